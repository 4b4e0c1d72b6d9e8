import { lockConversation } from "@/features/conversations/server/access";
import { markDeleted } from "@/features/messages/server/mark-deleted";
import { getMessage } from "@/features/messages/server/queries";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { closeReports } from "./close-reports";
import { requireOpenReport } from "./require-open-report";

/**
 * Deletes the reported message for everybody, wherever it is: the report is what lets the actor reach it.
 * Throws what `requireOpenReport` throws, BAD_INPUT for a report about a person, or MESSAGE_DELETED.
 */
export async function removeMessage(
  ctx: ActorContext,
  { reportId, reason, answer }: { reportId: string; reason: string; answer: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const report = await requireOpenReport(ctx, reportId, tx.db);
    const { kind, conversationId, messageId } = report;
    if (kind !== "message") throw new AppError("BAD_INPUT");
    if (!conversationId || !messageId) throw new AppError("MESSAGE_DELETED");
    await lockConversation(tx.db, conversationId);
    const message = await getMessage(tx.db, conversationId, messageId);
    if (!message || message.deletedAt) throw new AppError("MESSAGE_DELETED");
    await markDeleted(tx, ctx.actor, message, reason);
    await closeReports(ctx, tx, report, { outcome: "removed", answer, reason });
  });
}
