import {
  exportConversations,
  exportedConversationColumns,
} from "@/features/conversations/server/export-conversations";
import { listInput, readConversationsView } from "@/features/conversations/ui/admin/conversations-view";
import { exportRoute } from "../../export-route";

/** The conversations of a view of the console, as a file. */
export const GET = exportRoute({
  permission: "conversations.export",
  name: "conversations",
  columns: exportedConversationColumns,
  rows: (ctx, view, format) =>
    exportConversations(ctx, { format, list: listInput(readConversationsView(view)) }),
});
