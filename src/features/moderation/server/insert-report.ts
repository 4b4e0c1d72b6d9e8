import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { reports } from "@/server/db/schema/reports";
import type { Transaction } from "@/server/db/transaction";
import { toModerators } from "./events";

type NewReport = Omit<typeof reports.$inferInsert, "id" | "reporterId">;

/** The end of every complaint: stores it, and tells those who handle reports. Throws ALREADY_REPORTED. */
export async function insertReport(ctx: ActorContext, tx: Transaction, report: NewReport): Promise<void> {
  const [row] = await tx.db
    .insert(reports)
    .values({ ...report, reporterId: ctx.actor.id })
    .onConflictDoNothing()
    .returning({ id: reports.id });
  if (!row) throw new AppError("ALREADY_REPORTED");
  tx.audit({
    action: "report.filed",
    target: { type: "report", id: row.id },
    after: { kind: report.kind, category: report.category, reportedUserId: report.reportedUserId },
  });
  tx.emit(toModerators("reports.changed", { reportId: row.id }));
}
