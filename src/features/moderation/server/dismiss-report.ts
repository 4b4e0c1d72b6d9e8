import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { closeReports } from "./close-reports";
import { requireOpenReport } from "./require-open-report";

/** Closes a report without doing anything about it. Throws what `requireOpenReport` throws. */
export async function dismissReport(
  ctx: ActorContext,
  { reportId, answer }: { reportId: string; answer: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const report = await requireOpenReport(ctx, reportId, tx.db);
    await closeReports(ctx, tx, report, { outcome: "dismissed", answer });
  });
}
