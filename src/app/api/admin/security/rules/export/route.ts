import { exportedRuleColumns, exportIpRules } from "@/features/security/server/ip-rules/export-ip-rules";
import { readRulesView, rulesInput } from "@/features/security/ui/admin/security-views";
import { exportRoute } from "../../../export-route";

/** The address rules of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "security.export",
  name: "address-rules",
  columns: exportedRuleColumns,
  rows: (ctx, view, format) => exportIpRules(ctx, { format, list: rulesInput(readRulesView(view)) }),
});
