import { asc, eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import { canHandleReport } from "../policy";
import { sameTarget } from "./same-target";

export type OpenReport = typeof reports.$inferSelect;

/**
 * A report that the actor may decide, locked with all that are alike until the transaction ends. Throws NOT_FOUND, ALREADY_DONE when
 * somebody closed it, or FORBIDDEN to those whom it speaks of or comes from.
 */
export async function requireOpenReport(
  ctx: ActorContext,
  reportId: string,
  db: Queryable,
): Promise<OpenReport> {
  const [named] = await db.select().from(reports).where(eq(reports.id, reportId));
  if (!named) throw new AppError("NOT_FOUND");
  // In one order for everybody: two who decide about the same message or person never wait in a circle.
  const open = await db
    .select()
    .from(reports)
    .where(sameTarget(named))
    .orderBy(asc(reports.id))
    .for("update");
  const report = open.find((each) => each.id === reportId);
  if (!report) throw new AppError("ALREADY_DONE");
  const { status, reporterId, reportedUserId } = report;
  const parties = { reporter: reporterId ? { id: reporterId } : null, reported: { id: reportedUserId } };
  if (!canHandleReport(ctx.actor, { status, ...parties })) throw new AppError("FORBIDDEN");
  return report;
}
