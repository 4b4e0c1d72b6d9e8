import { desc, eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import type { ReportSummary } from "../dto";
import type { ReportsOfInput } from "../input";
import { selectReports, toReportSummary } from "./report-query";

const most = 20;

/** The latest reports about a person and their messages, or those that they filed, open and closed. */
export async function listReportsOf({ userId, side }: ReportsOfInput): Promise<ReportSummary[]> {
  const rows = await selectReports(database().db)
    .where(eq(side === "about" ? reports.reportedUserId : reports.reporterId, userId))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(most);
  return rows.map(toReportSummary);
}
