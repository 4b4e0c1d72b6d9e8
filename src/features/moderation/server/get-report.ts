import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { reports, warnings } from "@/server/db/schema/reports";
import { users } from "@/server/db/schema/users";
import type { ReportDetail } from "../dto";
import { selectReports, toReportSummary } from "./report-query";

const reported = alias(users, "reported");

/** One report with its evidence and what is known besides. Throws NOT_FOUND. */
export async function getReport(reportId: string): Promise<ReportDetail> {
  const { db } = database();
  const itself = eq(reports.id, reportId);
  const [[summary], [rest]] = await Promise.all([
    selectReports(db).where(itself),
    db
      .select({
        evidence: reports.evidence,
        answer: reports.answer,
        conversation: { kind: conversations.kind, name: conversations.name },
        body: messages.body,
        messageId: messages.id,
        deletedAt: messages.deletedAt,
        closedBy: userSummaryColumns,
        earlierReports: sql<number>`(
          select count(*)::int from reports other
          where other.reported_user_id = ${reports.reportedUserId} and other.id <> ${reports.id})`,
        warnings: sql<number>`(
          select count(*)::int from ${warnings} where ${warnings.userId} = ${reports.reportedUserId})`,
        status: reported.status,
        role: reported.role,
      })
      .from(reports)
      .leftJoin(conversations, eq(conversations.id, reports.conversationId))
      .leftJoin(messages, eq(messages.id, reports.messageId))
      .innerJoin(reported, eq(reported.id, reports.reportedUserId))
      .leftJoin(users, eq(users.id, reports.closedBy))
      .where(itself),
  ]);
  if (!summary || !rest) throw new AppError("NOT_FOUND");
  const { evidence, answer, conversation, closedBy, earlierReports, status, role } = rest;
  return {
    ...toReportSummary(summary),
    ...{ evidence, answer, conversation, closedBy },
    messageState: evidence && messageState(rest, evidence.message.body),
    record: { earlierReports, warnings: rest.warnings, status, role },
  };
}

function messageState(
  now: { messageId: string | null; body: string | null; deletedAt: Date | null },
  reportedBody: string,
) {
  if (now.messageId === null || now.deletedAt) return "deleted";
  return now.body === reportedBody ? "unchanged" : "edited";
}
