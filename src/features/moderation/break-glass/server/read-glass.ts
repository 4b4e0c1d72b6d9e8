import type { MessagePage } from "@/features/messages/dto";
import { readLine } from "@/features/messages/server/read-line";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ReadGlassInput } from "../input";
import { requireOpenGlass } from "./require-open-glass";

/**
 * A page of a conversation, newest first asked, through an open glass. Each reading is in the audit log with what was
 * read before anything of it leaves the server. Throws GLASS_CLOSED.
 */
export async function readGlass(ctx: ActorContext, input: ReadGlassInput): Promise<MessagePage> {
  const { grantId, before, threadRootId = null, limit } = input;
  return transaction(ctx, async (tx) => {
    const { conversationId, revision } = await requireOpenGlass(ctx, grantId, tx.db);
    const page = await readLine({ conversationId, threadRootId, revision }, { before, limit });
    const { messages } = page;
    tx.audit({
      action: "break-glass.read",
      target: { type: "conversation", id: conversationId },
      after: {
        grantId,
        threadRootId,
        from: messages[0]?.seq ?? null,
        to: messages.at(-1)?.seq ?? null,
      },
    });
    return page;
  });
}
