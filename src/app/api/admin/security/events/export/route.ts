import {
  exportedEventColumns,
  exportSecurityEvents,
} from "@/features/security/server/events/export-security-events";
import { eventsInput, readEventsView } from "@/features/security/ui/admin/security-views";
import { exportRoute } from "../../../export-route";

/** The security events of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "security.export",
  name: "security-events",
  columns: exportedEventColumns,
  rows: (ctx, view, format) => exportSecurityEvents(ctx, { format, list: eventsInput(readEventsView(view)) }),
});
