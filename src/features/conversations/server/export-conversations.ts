import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type ListAllConversationsInput, listAllConversationsInput } from "../admin-input";
import { listAllConversationsQuery, toAdminConversation } from "./list-all-conversations";

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

const batchSize = 1_000;

/**
 * Every conversation that a filter matches, in the list's order, in batches; nothing of what is said in them. `people`
 * are user names: both of a direct conversation, a group's first owners. That somebody took them along stands in the
 * audit log.
 */
export async function* exportConversations(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListAllConversationsInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...first } = listAllConversationsInput.parse(list);
  await transaction(ctx, async (tx) =>
    tx.audit({
      action: "conversations.exported",
      target: { type: "transfer", id: "conversations" },
      after: { format, filter: first },
    }),
  );
  for (let cursor: ListAllConversationsInput["cursor"] = null; ; ) {
    const rows = await listAllConversationsQuery({ ...first, cursor, limit: batchSize - 1 });
    yield rows
      .map(toAdminConversation)
      .map((row) =>
        Object.fromEntries(
          exportedConversationColumns.map((column) => [
            column,
            column === "people" ? row.people.map(({ username }) => username).join(" ") : row[column],
          ]),
        ),
      );
    const last = rows.at(-1);
    if (rows.length < batchSize || !last) return;
    const at = first.sort === "created" ? last.createdAt : last.lastActivityAt;
    cursor = { at: at.toISOString(), id: last.id };
  }
}
