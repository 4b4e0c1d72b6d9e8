import { sql } from "drizzle-orm";
import type { ReportOutcome } from "@/features/reports/dto";
import type { ActorContext } from "@/server/context";
import { reports } from "@/server/db/schema/reports";
import type { Transaction } from "@/server/db/transaction";
import { noticesChanged, toModerators } from "./events";
import type { OpenReport } from "./require-open-report";
import { sameTarget } from "./same-target";

/**
 * The end of every decision: closes the report, and with it all open ones about the same message or person, and
 * tells each reporter what came of it. `reason` is for the record.
 */
export async function closeReports(
  ctx: ActorContext,
  tx: Transaction,
  report: OpenReport,
  decision: { outcome: ReportOutcome; answer: string; reason?: string },
): Promise<void> {
  const { outcome, answer, reason } = decision;
  const closed = await tx.db
    .update(reports)
    .set({ status: "closed", outcome, answer: answer || null, closedAt: sql`now()`, closedBy: ctx.actor.id })
    .where(sameTarget(report))
    .returning({ id: reports.id, reporterId: reports.reporterId });
  for (const { id } of closed) {
    tx.audit({
      action: "report.closed",
      target: { type: "report", id },
      before: { status: "open", reportedUserId: report.reportedUserId },
      after: { status: "closed", outcome, answer: answer || null },
      reason,
    });
    tx.emit(toModerators("reports.changed", { reportId: id }));
  }
  tx.emit(...noticesChanged([...new Set(closed.flatMap(({ reporterId }) => reporterId ?? []))]));
}
