import { and, eq, isNull } from "drizzle-orm";
import { filterCategory } from "@/features/reports/categories";
import { reportsChannel } from "@/features/reports/channels";
import type { ReportEvents } from "@/features/reports/events";
import type { UserSummary } from "@/features/users/dto";
import type { ActorContext } from "@/server/context";
import { reports } from "@/server/db/schema/reports";
import { transaction } from "@/server/db/transaction";

type Flagged = {
  id: string;
  conversationId: string;
  author: UserSummary;
  body: string;
  createdAt: string;
  editedAt: string | null;
};

/** Puts a message that was delivered into the moderators' queue, with what the filter found; once while it is open. */
export async function flagMessage(ctx: ActorContext, message: Flagged, found: string): Promise<void> {
  const { id, conversationId, author, body, createdAt, editedAt } = message;
  await transaction(ctx, async (tx) => {
    const [flagged] = await tx.db
      .select({ id: reports.id })
      .from(reports)
      .where(and(eq(reports.messageId, id), isNull(reports.reporterId), eq(reports.status, "open")));
    if (flagged) return;
    const [row] = await tx.db
      .insert(reports)
      .values({
        kind: "message",
        reportedUserId: author.id,
        conversationId,
        messageId: id,
        category: filterCategory,
        text: found,
        evidence: { message: { id, author, body, createdAt, editedAt }, around: [] },
      })
      .returning({ reportId: reports.id });
    const name: keyof ReportEvents = "reports.changed";
    if (row) tx.emit({ channels: [reportsChannel], name, data: row });
  });
}
