import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type ListAllConversationsInput, listAllConversationsInput } from "../admin-input";
import { listAllConversations } from "./list-all-conversations";

export const exportedConversationColumns = [
  "id",
  "kind",
  "name",
  "visibility",
  "people",
  "memberCount",
  "messageCount",
  "createdAt",
  "lastActivityAt",
  "archivedAt",
  "deletedAt",
] as const;

/**
 * Every conversation that a filter matches, in the list's order, page by page; nothing of what is said in them. `people`
 * are user names: both of a direct conversation, a group's first owners.
 */
export function exportConversations(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListAllConversationsInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...filter } = listAllConversationsInput.parse(list);
  const entry = { action: "conversations.exported", list: "conversations", format, filter } as const;
  return exportPages<NonNullable<ListAllConversationsInput["cursor"]>>(ctx, entry, async (cursor) => {
    const page = await listAllConversations({ ...filter, cursor, limit: exportedPage });
    const rows = page.conversations.map((row) => {
      const people = row.people.map(({ username }) => username).join(" ");
      return pick({ ...row, people }, exportedConversationColumns);
    });
    return { rows, nextCursor: page.nextCursor };
  });
}
