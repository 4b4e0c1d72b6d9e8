import { desc, eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import type { ReportSummary } from "../dto";
import { selectReports, toReportSummary } from "./report-query";

const most = 20;

/** The latest reports about a person and their messages, open and closed. */
export async function listReportsOf({ userId }: { userId: string }): Promise<ReportSummary[]> {
  const rows = await selectReports(database().db)
    .where(eq(reports.reportedUserId, userId))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(most);
  return rows.map(toReportSummary);
}
