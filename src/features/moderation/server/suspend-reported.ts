import { suspendUser } from "@/features/users/server/suspend-user";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { SuspendReportedInput } from "../input";
import { closeReports } from "./close-reports";
import { requireOpenReport } from "./require-open-report";

/**
 * Suspends the reported person, or the reported message's author, who is told the reason. Throws what
 * `requireOpenReport` and `suspendUser` throw.
 */
export async function suspendReported(ctx: ActorContext, input: SuspendReportedInput): Promise<void> {
  const { reportId, reason, until, answer } = input;
  await transaction(ctx, async (tx) => {
    const report = await requireOpenReport(ctx, reportId, tx.db);
    await suspendUser({ ...ctx, within: tx }, { userId: report.reportedUserId, reason, until });
    await closeReports(ctx, tx, report, { outcome: "suspended", answer, reason });
  });
}
