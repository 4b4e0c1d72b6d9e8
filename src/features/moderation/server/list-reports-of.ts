import { desc, eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import type { ReportSummary } from "../dto";
import type { ReportsOfInput } from "../input";
import { selectReports, toReportSummary } from "./report-query";

const most = 20;

/** The latest reports about a person and their messages, or those that they filed, open and closed. */
export async function listReportsOf(input: ReportsOfInput): Promise<ReportSummary[]> {
  return (await listReportsOfQuery(input)).map(toReportSummary);
}

/** The statement of `listReportsOf`. */
export function listReportsOfQuery({ userId, side }: ReportsOfInput) {
  return selectReports(database().db)
    .where(eq(side === "about" ? reports.reportedUserId : reports.reporterId, userId))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(most);
}
