import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { ReportCategory } from "@/features/reports/categories";
import type { Queryable } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import { users } from "@/server/db/schema/users";
import type { ReportSummary } from "../dto";

/** Of a reported message's text in a list, in characters. */
const excerptLength = 200;

const reporter = alias(users, "reporter");
const reported = alias(users, "reported");
const assignee = alias(users, "assignee");

const reportColumns = {
  id: reports.id,
  kind: reports.kind,
  category: sql<ReportCategory>`${reports.category}`,
  text: reports.text,
  excerpt: sql<
    string | null
  >`left(${reports.evidence} #>> '{message,body}', ${sql.raw(String(excerptLength))})`,
  reporter: { id: reporter.id, username: reporter.username, displayName: reporter.displayName },
  reported: { id: reported.id, username: reported.username, displayName: reported.displayName },
  assignee: { id: assignee.id, username: assignee.username, displayName: assignee.displayName },
  status: reports.status,
  outcome: reports.outcome,
  alike: sql<number>`(
    select count(*)::int from reports other
    where other.status = 'open' and other.kind = ${reports.kind} and case ${reports.kind}
      when 'message' then other.message_id = ${reports.messageId}
      else other.reported_user_id = ${reports.reportedUserId} end)`,
  createdAt: reports.createdAt,
  closedAt: reports.closedAt,
};

/** The start of a query for reports with all that a `ReportSummary` shows. */
export const selectReports = (db: Queryable) =>
  db
    .select(reportColumns)
    .from(reports)
    .leftJoin(reporter, eq(reporter.id, reports.reporterId))
    .innerJoin(reported, eq(reported.id, reports.reportedUserId))
    .leftJoin(assignee, eq(assignee.id, reports.assigneeId))
    .$dynamic();

type Row = Omit<ReportSummary, "createdAt" | "closedAt" | "reported"> & {
  /** Never null: the join is an inner one, which the type does not tell. */
  reported: ReportSummary["reported"] | null;
  createdAt: Date;
  closedAt: Date | null;
};

export function toReportSummary(row: Row): ReportSummary {
  if (!row.reported) throw new Error("A report speaks of nobody.");
  return {
    ...row,
    reported: row.reported,
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
