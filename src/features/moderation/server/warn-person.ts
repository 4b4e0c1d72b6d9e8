import type { ActorContext } from "@/server/context";
import { warnings } from "@/server/db/schema/reports";
import { transaction } from "@/server/db/transaction";
import { closeReports } from "./close-reports";
import { noticesChanged } from "./events";
import { requireOpenReport } from "./require-open-report";

/** Warns the reported person, who sees it until they acknowledge it. Throws what `requireOpenReport` throws. */
export async function warnPerson(
  ctx: ActorContext,
  { reportId, warning, answer }: { reportId: string; warning: string; answer: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const report = await requireOpenReport(ctx, reportId, tx.db);
    const { reportedUserId: userId } = report;
    await tx.db.insert(warnings).values({ userId, reportId, text: warning, issuedBy: ctx.actor.id });
    tx.audit({ action: "user.warned", target: { type: "user", id: userId }, after: { reportId, warning } });
    tx.emit(...noticesChanged([userId]));
    await closeReports(ctx, tx, report, { outcome: "warned", answer });
  });
}
