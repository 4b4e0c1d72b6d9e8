import { getSetting } from "@/features/settings/server/get-settings";
import type { Transaction } from "@/server/db/transaction";
import type { MessageFollowUps } from "../../follow-ups";
import { messageFollowUp } from "../../server/message-follow-up";
import { firstLink } from "../first-link";
import { linkPreviewJob } from "./link-preview-job";

/** Has the first link of a message looked at after the commit; a message that is sent once more asks once more. */
export function requestLinkPreview(
  tx: Transaction,
  { id: messageId, conversationId, body }: { id: string; conversationId: string; body: string },
): void {
  if (firstLink(body) === null) return;
  tx.followUp(messageFollowUp("message.linked", { conversationId, messageId }));
}

/** Has a worker fetch what was asked for, where the instance shows previews. */
export async function enqueueLinkPreviews(
  tx: Transaction,
  linked: MessageFollowUps["message.linked"][],
): Promise<void> {
  if (linked.length === 0 || !(await getSetting("linkPreviews"))) return;
  for (const each of linked) tx.enqueue(linkPreviewJob, each);
}
