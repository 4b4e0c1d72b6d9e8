import {
  exportConversations,
  exportedConversationColumns,
} from "@/features/conversations/server/export-conversations";
import {
  filterOf,
  orderOf,
  readConversationsView,
} from "@/features/conversations/ui/admin/conversations-view";
import { can } from "@/lib/permissions";
import { streamRows } from "@/server/http/stream-rows";
import { headersContext } from "@/trpc/headers-context";

/** The conversations of a view of the console, as a file. Others are told that there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await headersContext();
  const { actor } = ctx;
  if (!actor || !can(actor, "conversations.export")) return new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  const format = searchParams.get("format") === "json" ? "json" : "csv";
  const view = readConversationsView(searchParams);
  const list = { ...filterOf(view), ...orderOf(view) };
  const batches = exportConversations({ ...ctx, actor }, { format, list });
  return streamRows(batches, { format, name: "conversations", columns: exportedConversationColumns });
}
