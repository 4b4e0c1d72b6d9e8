import { exportedReportColumns, exportReports } from "@/features/moderation/server/export-reports";
import { listInput, readReportsView } from "@/features/moderation/ui/admin/reports-view";
import { exportRoute } from "../../export-route";

/** The reports of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "reports.export",
  name: "reports",
  columns: exportedReportColumns,
  rows: (ctx, view, format) => exportReports(ctx, { format, list: listInput(readReportsView(view)) }),
});
