import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { DismissReportsInput } from "../input";
import { dismissReport } from "./dismiss-report";

/**
 * Dismisses several reports with one answer, each by itself. What is closed by the time it is its turn is done; those
 * that the actor filed or is reported by are left alone and counted.
 */
export async function dismissManyReports(
  ctx: ActorContext,
  { reportIds, answer }: DismissReportsInput,
): Promise<{ left: number }> {
  let left = 0;
  for (const reportId of reportIds) {
    try {
      await dismissReport(ctx, { reportId, answer });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== "ALREADY_DONE") left++;
    }
  }
  return { left };
}
