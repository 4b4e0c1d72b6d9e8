import { database } from "@/server/db/client";

export type ImportedRow = {
  id: string;
  seq: number;
  revision: number;
  body: string;
  nickname: string;
  at: string;
  replyTo: string | null;
};

/** The messages of an imported group, by `seq`; `replyTo` is the body of the message that one answers. */
export async function listImported(channel: string, source = "jsonl"): Promise<ImportedRow[]> {
  return database().sql<ImportedRow[]>`
    select m.id, m.seq::int, m.revision::int, m.body, u.display_name as nickname, r.body as "replyTo",
      to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from messages m
    join conversations c on c.id = m.conversation_id
    join users u on u.id = m.author_id
    left join messages r on r.id = m.reply_to_id
    where c.import_key = ${`${source}:${channel}`} order by m.seq`;
}

/** How many rows there are of what an import may add. */
export async function countRows() {
  const [row] = await database().sql<
    Record<"users" | "conversations" | "members" | "messages" | "audits", number>[]
  >`
    select (select count(*)::int from users) as users,
      (select count(*)::int from conversations) as conversations,
      (select count(*)::int from conversation_members) as members,
      (select count(*)::int from messages) as messages,
      (select count(*)::int from audit_entries) as audits`;
  return row;
}
