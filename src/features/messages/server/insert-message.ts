import { conversationChannel } from "@/features/conversations/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import type { Message } from "../dto";
import type { SendMessageInput } from "../input";
import { quoteLength } from "../quote-length";

export type InsertOutcome = {
  /** The actor is a member of this conversation. */
  visible: boolean;
  /** Who wrote the message that already has this id, and where. */
  earlier: { authorId: string; conversationId: string } | null;
  /** The message as sent, and its event's row in the outbox; null when nothing was inserted. */
  inserted: { message: Message; outboxId: number } | null;
};

/**
 * The whole send in one round trip and one statement: checks membership, takes the next `seq`, inserts
 * the message and its event, and moves the author's read marker. The row lock on the conversation puts
 * senders in order; a statement that fails takes its `seq` back with it, so that there are no holes.
 */
export async function insertMessage(actor: Actor, input: SendMessageInput): Promise<InsertOutcome> {
  const { id, conversationId, body, replyToId } = input;
  const { sql } = database();
  const author = { id: actor.id, username: actor.username, displayName: actor.displayName };
  const base = JSON.stringify({ id, conversationId, author, kind: "text", body });
  const [row] = await sql<
    {
      visible: boolean;
      earlier: InsertOutcome["earlier"];
      message: Message | null;
      outboxId: string | null;
    }[]
  >`
    with target as (
      select c.id from conversation_members m
      join conversations c on c.id = m.conversation_id and c.deleted_at is null
      where m.conversation_id = ${conversationId} and m.user_id = ${actor.id}
    ), earlier as (
      select author_id, conversation_id from messages where id = ${id}
    ), quoted as (
      select q.id, json_build_object(
        'id', q.id, 'seq', q.seq, 'excerpt', left(q.body, ${quoteLength}::int),
        'author', json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name)
      ) as preview
      from messages q join users u on u.id = q.author_id
      where q.id = ${replyToId ?? null} and q.conversation_id = ${conversationId}
    ), bumped as (
      update conversations c
      set last_seq = c.last_seq + 1, revision = c.revision + 1, last_activity_at = now()
      from target
      where c.id = target.id
        and not exists (select 1 from earlier)
        and (${replyToId ?? null}::uuid is null or exists (select 1 from quoted))
      returning c.last_seq, c.revision
    ), inserted as (
      insert into messages (id, conversation_id, seq, revision, author_id, body, reply_to_id)
      select ${id}, ${conversationId}, last_seq, revision, ${actor.id}, ${body}, ${replyToId ?? null}
      from bumped
      returning seq, revision, created_at
    ), marked as (
      update conversation_members m set last_read_seq = bumped.last_seq
      from bumped where m.conversation_id = ${conversationId} and m.user_id = ${actor.id}
    ), event as (
      insert into outbox (channels, event, data)
      select array[${conversationChannel(conversationId)}], 'message.created',
        jsonb_build_object('message', ${base}::jsonb || jsonb_build_object(
          'seq', i.seq, 'revision', i.revision, 'replyTo', (select preview from quoted),
          'createdAt', to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ))
      from inserted i
      returning id, data
    )
    select
      exists (select 1 from target) as visible,
      (select json_build_object('authorId', author_id, 'conversationId', conversation_id) from earlier) as earlier,
      (select data -> 'message' from event) as message,
      (select id from event) as "outboxId"`;
  if (!row) throw new Error("The send statement returned no row.");
  const { visible, earlier, message, outboxId } = row;
  return {
    visible,
    earlier,
    inserted: message && outboxId ? { message, outboxId: Number(outboxId) } : null,
  };
}
