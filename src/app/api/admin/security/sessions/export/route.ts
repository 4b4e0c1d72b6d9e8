import {
  exportedSessionColumns,
  exportLiveSessions,
} from "@/features/sessions/server/console/export-live-sessions";
import { liveFilterOf, readSessionsView } from "@/features/sessions/ui/admin/session-views";
import { exportRoute } from "../../../export-route";

/** The live sessions of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "security.export",
  name: "sessions",
  columns: exportedSessionColumns,
  rows: (ctx, view, format) =>
    exportLiveSessions(ctx, { format, filter: liveFilterOf(readSessionsView(view)) }),
});
