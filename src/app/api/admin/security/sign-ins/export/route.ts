import { exportAttempts, exportedAttemptColumns } from "@/features/sessions/server/console/export-attempts";
import { attemptsInput, readSessionsView } from "@/features/sessions/ui/admin/session-views";
import { exportRoute } from "../../../export-route";

/** The attempts to sign in of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "security.export",
  name: "sign-ins",
  columns: exportedAttemptColumns,
  rows: (ctx, view, format) => exportAttempts(ctx, { format, list: attemptsInput(readSessionsView(view)) }),
});
