import { getSetting } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { firstLink } from "../first-link";
import { linkPreviewJob } from "./link-preview-job";

/**
 * Has the first link of a message that was just stored looked at later. Nobody waits for it, and a message whose
 * request is lost with the process is merely shown without a preview.
 */
export function requestLinkPreview(
  ctx: Context,
  message: { id: string; conversationId: string; body: string },
): void {
  if (firstLink(message.body) === null) return;
  const { id: messageId, conversationId } = message;
  const request = async () => {
    if (!(await getSetting("linkPreviews"))) return;
    await transaction(ctx, async (tx) => tx.enqueue(linkPreviewJob, { conversationId, messageId }));
  };
  request().catch((error) => log().warn({ err: error }, "a link preview could not be requested"));
}
