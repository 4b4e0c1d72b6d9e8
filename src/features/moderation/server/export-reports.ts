import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import type { ReportCursor } from "../dto";
import { type ListReportsInput, listReportsInput } from "../input";
import { listReports } from "./list-reports";

export const exportedReportColumns = [
  "id",
  "kind",
  "category",
  "text",
  "excerpt",
  "reporter",
  "reported",
  "assignee",
  "status",
  "outcome",
  "createdAt",
  "closedAt",
] as const;

/** Every report that a filter matches, in the queue's order, page by page. People go by their user names. */
export function exportReports(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListReportsInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...filter } = listReportsInput.parse(list);
  const entry = { action: "reports.exported", list: "reports", format, filter } as const;
  return exportPages<ReportCursor>(ctx, entry, async (cursor) => {
    const page = await listReports(ctx, { ...filter, cursor, limit: exportedPage });
    const rows = page.reports.map((report) => {
      const names = {
        reporter: report.reporter?.username ?? null,
        reported: report.reported.username,
        assignee: report.assignee?.username ?? null,
      };
      return pick({ ...report, ...names }, exportedReportColumns);
    });
    return { rows, nextCursor: page.nextCursor };
  });
}
