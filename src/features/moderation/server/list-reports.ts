import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import { userNamed } from "@/server/db/user-named";
import type { ReportPage } from "../dto";
import type { ListReportsInput } from "../input";
import { selectReports, toReportSummary } from "./report-query";

/** The queue: open reports, those that wait longest first, or closed ones, latest first. One keyset page. */
export async function listReports(ctx: ActorContext, input: ListReportsInput): Promise<ReportPage> {
  const { limit, status } = input;
  const rows = (await listReportsQuery(ctx.actor.id, input)).map(toReportSummary);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const at = last && (status === "open" ? last.createdAt : last.closedAt);
  return {
    reports: page,
    nextCursor: rows.length > limit && last && at ? { at, id: last.id } : null,
  };
}

/** The statement of `listReports`: one row more than the page holds, if there are more. */
export function listReportsQuery(
  actorId: string,
  { status, assigned, category, about, by, cursor, limit }: ListReportsInput,
) {
  const open = status === "open";
  const time = open ? reports.createdAt : reports.closedAt;
  const comparison = sql.raw(open ? ">" : "<");
  const direction = open ? asc : desc;
  return selectReports(database().db)
    .where(
      and(
        eq(reports.status, sql.raw(`'${status}'`)),
        assigned === "me" ? eq(reports.assigneeId, actorId) : undefined,
        assigned === "nobody" ? isNull(reports.assigneeId) : undefined,
        category && eq(reports.category, category),
        about ? eq(reports.reportedUserId, userNamed(about)) : undefined,
        by ? eq(reports.reporterId, userNamed(by)) : undefined,
        cursor
          ? sql`(${time}, ${reports.id}) ${comparison} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(direction(time), direction(reports.id))
    .limit(limit + 1);
}
