import { ExplainedError } from "@/lib/explained-error";
import { nameOfKey } from "./import-key";
import type { ImportSql } from "./import-session";
import { visibleName } from "./names";

/**
 * Makes a public group for every channel of the staged lines that has none, and locks the groups of all of them
 * until the transaction ends, so that nobody else takes a `seq` meanwhile. Returns how many were made. Throws an
 * ExplainedError for a group that was deleted.
 */
export async function addConversations(sql: ImportSql): Promise<number> {
  const channels = await sql<{ key: string; since: string }[]>`
    select conversation_key as key, min(sent_at)::text as since from import_lines group by 1 order by 1`;
  const groups = channels.map(({ key, since }) => ({ key, since, name: visibleName(nameOfKey(key)) }));
  const { count } = await sql`
    insert into conversations (kind, visibility, name, import_key, created_at, last_activity_at)
    select 'group', 'public', name, key, since, since
    from json_to_recordset(${JSON.stringify(groups)}::text::json) as g (key text, name text, since timestamptz)
    on conflict (import_key) do nothing`;
  // Imports take turns and senders hold one conversation at a time: the order of locking cannot lead to a deadlock.
  const locked = await sql<{ name: string; deleted: boolean }[]>`
    select name, deleted_at is not null as deleted from conversations
    where import_key = any(${groups.map(({ key }) => key)}::text[]) for no key update`;
  const deleted = locked.find((group) => group.deleted);
  if (deleted) {
    throw new ExplainedError(
      `The group “${deleted.name}” is in the trash: restore it, or remove it for good, before importing into it.`,
    );
  }
  return count;
}
