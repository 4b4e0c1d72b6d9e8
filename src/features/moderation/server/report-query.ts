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
const summaryOf = (person: typeof reporter) => ({
  id: person.id,
  username: person.username,
  displayName: person.displayName,
});

export const reportColumns = {
  id: reports.id,
  kind: reports.kind,
  category: sql<ReportCategory>`${reports.category}`,
  text: reports.text,
  excerpt: sql<string | null>`left(${reports.evidence} #>> '{message,body}', ${sql.raw(String(excerptLength))})`,
  reporter: summaryOf(reporter),
  reported: summaryOf(reported as unknown as typeof reporter),
  assignee: summaryOf(assignee as unknown as typeof reporter),
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

type Row = Omit<ReportSummary, "createdAt" | "closedAt"> & { createdAt: Date; closedAt: Date | null };

export function toReportSummary(row: Row): ReportSummary {
  return { ...row, createdAt: row.createdAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null };
}
