import { eq } from "drizzle-orm";
import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { reports } from "@/server/db/schema/reports";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import { toModerators } from "./events";
import { requireOpenReport } from "./require-open-report";

/**
 * Gives a report to somebody who handles reports, or to nobody. Throws NOT_FOUND (also for an assignee who may
 * not handle reports), ALREADY_DONE or FORBIDDEN.
 */
export async function assignReport(
  ctx: ActorContext,
  { reportId, assigneeId }: { reportId: string; assigneeId: string | null },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const report = await requireOpenReport(ctx, reportId, tx.db);
    if (report.assigneeId === assigneeId) return;
    if (assigneeId) {
      const [assignee] = await tx.db.select().from(users).where(eq(users.id, assigneeId));
      const able = assignee?.status === "active" && can(assignee, "reports.handle");
      if (!able) throw new AppError("NOT_FOUND");
    }
    await tx.db.update(reports).set({ assigneeId }).where(eq(reports.id, reportId));
    tx.audit({
      action: "report.assigned",
      target: { type: "report", id: reportId },
      before: { assigneeId: report.assigneeId },
      after: { assigneeId },
    });
    tx.emit(toModerators("reports.changed", { reportId }));
  });
}
