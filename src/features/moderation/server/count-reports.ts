import { eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import type { ReportCounts } from "../dto";

/** How many reports are open: in all, the asker's, and nobody's yet. */
export async function countReports(ctx: ActorContext): Promise<ReportCounts> {
  const [counts] = await database()
    .db.select({
      open: sql<number>`count(*)::int`,
      mine: sql<number>`(count(*) filter (where ${reports.assigneeId} = ${ctx.actor.id}))::int`,
      unassigned: sql<number>`(count(*) filter (where ${reports.assigneeId} is null))::int`,
    })
    .from(reports)
    .where(eq(reports.status, "open"));
  return counts ?? { open: 0, mine: 0, unassigned: 0 };
}
