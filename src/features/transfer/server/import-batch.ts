import { addConversations } from "./add-conversations";
import { addMessages } from "./add-messages";
import { addPeople } from "./add-people";
import type { ImportSql } from "./import-session";

export type BatchLine = {
  line: number;
  messageId: string;
  /** The line's own `id`. */
  lineId: string;
  conversationKey: string;
  personKey: string;
  /** ISO 8601. */
  sentAt: string;
  body: string;
  replyTo: string | null;
};

export type BatchOutcome = {
  messages: number;
  people: number;
  conversations: number;
  /** Ids of the conversations that messages were added to. */
  grown: string[];
  /** Lines whose `id` an earlier line with other content has, with the number of that line. */
  ambiguous: { line: number; earlier: number }[];
  /** Lines whose `replyTo` is the `id` of no earlier line of their channel. */
  unlinked: number[];
};

/**
 * Adds the lines that are not there yet, all of them or (when it throws) none: accounts, conversations,
 * messages and members in one transaction.
 */
export async function importBatch(sql: ImportSql, lines: BatchLine[]): Promise<BatchOutcome> {
  await sql`begin`;
  try {
    // What a batch looks up is in memory: without this, whole tables are read to find two thousand rows.
    await sql`set local random_page_cost = 1.1`;
    const outcome = await addLines(sql, lines);
    await sql`commit`;
    return outcome;
  } catch (error) {
    await sql`rollback`.catch(() => {});
    throw error;
  }
}

async function addLines(sql: ImportSql, lines: BatchLine[]): Promise<BatchOutcome> {
  await stage(sql, lines);
  const ambiguous = await rememberIds(sql);
  const unlinked = await listUnlinked(sql);
  await sql`
    delete from import_lines l where exists (select from messages m where m.id = l.message_id)`;
  const [left] = await sql`select 1 from import_lines limit 1`;
  if (!left) return { messages: 0, people: 0, conversations: 0, grown: [], ambiguous, unlinked };
  const people = await addPeople(sql);
  const conversations = await addConversations(sql);
  const { messages, grown } = await addMessages(sql);
  return { messages, people, conversations, grown, ambiguous, unlinked };
}

async function stage(sql: ImportSql, lines: BatchLine[]): Promise<void> {
  await sql`
    insert into import_lines
    select line, "messageId", "lineId", "conversationKey", "personKey", "sentAt", body, "replyTo"
    from json_to_recordset(${JSON.stringify(lines)}::text::json) as l (
      line int, "messageId" uuid, "lineId" text, "conversationKey" text, "personKey" text,
      "sentAt" timestamptz, body text, "replyTo" text
    )`;
  await sql`analyze import_lines`;
}

/** Keeps the first line of each `id`; the others leave the batch, repetitions of the same line silently. */
async function rememberIds(sql: ImportSql): Promise<BatchOutcome["ambiguous"]> {
  await sql`
    insert into import_ids (line_id, message_id, conversation_key, line)
    select distinct on (line_id) line_id, message_id, conversation_key, line
    from import_lines order by line_id, line
    on conflict (line_id) do nothing`;
  const removed = await sql<{ line: number; earlier: number; same: boolean }[]>`
    delete from import_lines l using import_ids i
    where i.line_id = l.line_id and i.line <> l.line
    returning l.line, i.line as earlier, i.message_id = l.message_id as same`;
  return removed.filter(({ same }) => !same).map(({ line, earlier }) => ({ line, earlier }));
}

async function listUnlinked(sql: ImportSql): Promise<number[]> {
  const rows = await sql<{ line: number }[]>`
    select l.line from import_lines l
    where l.reply_to is not null and not exists (
      select from import_ids i
      where i.line_id = l.reply_to and i.conversation_key = l.conversation_key and i.line < l.line
    ) order by l.line`;
  return rows.map(({ line }) => line);
}
