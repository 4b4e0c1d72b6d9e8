import { canReportMessage } from "@/features/messages/policy";
import { requireMessage } from "@/features/messages/server/access";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ReportMessageInput } from "../input";
import { collectEvidence } from "./collect-evidence";
import { insertReport } from "./insert-report";

/**
 * Complains about a message that the actor can read; the report keeps it as it is now. Throws NOT_FOUND,
 * MESSAGE_DELETED, FORBIDDEN (one's own, or the system's), or ALREADY_REPORTED: once a person and message.
 */
export async function reportMessage(ctx: ActorContext, input: ReportMessageInput): Promise<void> {
  const { conversationId, messageId, category, text, withContext } = input;
  await transaction(ctx, async (tx) => {
    const { message } = await requireMessage(ctx, { conversationId, messageId }, tx.db);
    if (message.deletedAt) throw new AppError("MESSAGE_DELETED");
    if (!canReportMessage(ctx.actor, message)) throw new AppError("FORBIDDEN");
    const evidence = await collectEvidence(tx.db, message, withContext);
    const place = { conversationId, messageId, reportedUserId: message.author.id };
    await insertReport(ctx, tx, { kind: "message", ...place, category, text, evidence });
  });
}
