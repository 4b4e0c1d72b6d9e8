import type { ImportSql } from "./import-session";

/**
 * Appends the staged lines to their (locked) conversations in the order of the file, with their own times and
 * authors, makes the authors members, and keeps everybody who had read everything at the end.
 */
export async function addMessages(sql: ImportSql): Promise<{ messages: number; grown: string[] }> {
  const { count: messages } = await sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, reply_to_id, created_at)
    select l.message_id, c.id,
      c.last_seq + row_number() over in_file, c.revision + row_number() over in_file,
      u.id, l.body, r.message_id, l.sent_at
    from import_lines l
    join conversations c on c.import_key = l.conversation_key
    join users u on u.import_key = l.person_key
    left join import_ids r
      on r.line_id = l.reply_to and r.conversation_key = l.conversation_key and r.line < l.line
    window in_file as (partition by c.id order by l.line)`;
  await sql`
    insert into conversation_members (conversation_id, user_id, last_read_seq, joined_at)
    select c.id, u.id, c.last_seq + sum(count(*)) over (partition by c.id), min(l.sent_at)
    from import_lines l
    join conversations c on c.import_key = l.conversation_key
    join users u on u.import_key = l.person_key
    group by c.id, u.id
    on conflict do nothing`;
  // Those who cannot sign in are done once, at the end of the import.
  await sql`
    update conversation_members m set last_read_seq = c.last_seq + grown.count
    from (select conversation_key, count(*) from import_lines group by 1) grown, conversations c, users u
    where c.import_key = grown.conversation_key
      and m.conversation_id = c.id and m.last_read_seq = c.last_seq
      and u.id = m.user_id and u.status <> 'deactivated'`;
  const grown = await sql<{ id: string }[]>`
    update conversations c
    set last_seq = c.last_seq + grown.count, revision = c.revision + grown.count,
      last_activity_at = greatest(c.last_activity_at, grown.latest)
    from (select conversation_key, count(*), max(sent_at) as latest from import_lines group by 1) grown
    where c.import_key = grown.conversation_key
    returning c.id`;
  return { messages, grown: grown.map(({ id }) => id) };
}
