import { conversationChannel } from "@/features/conversations/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import type { ForwardOrigin, Mentions, Message } from "../dto";
import { quoteLength } from "../excerpt";
import { firstLink } from "../link-previews/first-link";

export type NewMessage = {
  id: string;
  conversationId: string;
  body: string;
  replyToId?: string | null;
  /** User names to address; those of no member are ignored. */
  usernames: string[];
  everyone: Mentions["everyone"];
  forwardedFrom: ForwardOrigin | null;
};

export type InsertOutcome = {
  /** The actor is a member of this conversation. */
  visible: boolean;
  /** Why the actor may not write here now; null where they may. */
  refusal: "archived" | "announcements" | "slow" | null;
  /** Seconds until slow mode lets the actor write again. */
  waitSeconds: number;
  /** Who wrote the message that already has this id, and where. */
  earlier: { authorId: string; conversationId: string } | null;
  /** The message as sent, and its event's row in the outbox; null when nothing was inserted. */
  inserted: { message: Message; outboxId: number } | null;
};

/**
 * The whole send in one round trip and one statement: checks membership, takes the next `seq`, inserts
 * the message, its event and, where somebody may have to be told, the follow-up for that, and moves the author's read marker. The row lock on the conversation puts
 * senders in order; a statement that fails takes its `seq` back with it, so that there are no holes.
 * Only where slow mode is on does it also lock the member's row (after the conversation's, as everybody
 * does), so that two messages sent at once cannot both find the wait over. The conditions on the
 * conversation itself are checked again when it changed while the statement waited for it.
 */
export async function insertMessage(actor: Actor, input: NewMessage): Promise<InsertOutcome> {
  const { id, conversationId, body, replyToId, usernames, everyone, forwardedFrom: origin } = input;
  const { sql } = database();
  const author = { id: actor.id, username: actor.username, displayName: actor.displayName };
  const base = JSON.stringify({
    ...{
      id,
      conversationId,
      author,
      kind: "text",
      body,
      system: null,
      threadRootId: null,
      thread: null,
      forwardedFrom: origin,
    },
    ...{ linkPreview: null, reactions: [], editedAt: null, pinnedAt: null, deletedAt: null },
  });
  const [row] = await sql<
    {
      visible: boolean;
      refusal: InsertOutcome["refusal"];
      waitSeconds: number;
      earlier: InsertOutcome["earlier"];
      message: Message | null;
      outboxId: string | null;
    }[]
  >`
    with target as (
      select c.id, m.role = 'member' as ordinary, c.archived_at is not null as archived,
        c.announcement_only and m.role = 'member' as listening
      from conversation_members m
      join conversations c on c.id = m.conversation_id and c.deleted_at is null
      where m.conversation_id = ${conversationId} and m.user_id = ${actor.id}
    ), paced as (
      select ceil(c.slow_mode_seconds - extract(epoch from clock_timestamp() - m.last_sent_at))::int as wait
      from conversations c join conversation_members m on m.conversation_id = c.id
      where c.id = ${conversationId} and m.user_id = ${actor.id}
        and c.slow_mode_seconds > 0 and m.role = 'member'
      for no key update of c, m
    ), earlier as (
      select author_id, conversation_id from messages where id = ${id}
    ), quoted as (
      select q.id, q.author_id, json_build_object(
        'id', q.id, 'seq', q.seq, 'revision', q.revision, 'deleted', false, 'excerpt', left(q.body, ${quoteLength}::int),
        'author', json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name)
      ) as preview
      from messages q join users u on u.id = q.author_id
      where q.id = ${replyToId ?? null} and q.conversation_id = ${conversationId}
        and q.thread_root_id is null and q.deleted_at is null
    ), addressed as (
      select u.id, u.username, u.display_name from users u
      join conversation_members m on m.user_id = u.id and m.conversation_id = ${conversationId}
      where u.username = any(${usernames}::text[]::citext[])
    ), bumped as (
      update conversations c
      set last_seq = c.last_seq + 1, revision = c.revision + 1, last_activity_at = now()
      from target
      where c.id = target.id
        and c.deleted_at is null and c.archived_at is null
        and not (c.announcement_only and target.ordinary)
        and not exists (select 1 from paced where wait > 0)
        and not exists (select 1 from earlier)
        and (${replyToId ?? null}::uuid is null or exists (select 1 from quoted))
      returning c.last_seq, c.revision
    ), inserted as (
      insert into messages (
        id, conversation_id, seq, revision, author_id, body, reply_to_id, mentions_everyone,
        forwarded_message_id, forwarded_conversation_id, forwarded_author_id, forwarded_sent_at
      )
      select ${id}, ${conversationId}, last_seq, revision, ${actor.id}, ${body}, ${replyToId ?? null}, ${everyone},
        ${origin?.messageId ?? null}, ${origin?.conversationId ?? null},
        ${origin?.author.id ?? null}, ${origin?.sentAt ?? null}
      from bumped
      returning seq, revision, created_at
    ), mentioned as (
      insert into message_mentions (message_id, user_id)
      select ${id}, addressed.id from addressed, inserted
    ), left_to_do as (
      insert into follow_ups (kind, data)
      select 'message.sent', jsonb_build_object('messageId', ${id}::uuid) from inserted
      where ${everyone}::text is not null
        or exists (select 1 from addressed where id <> ${actor.id})
        or exists (select 1 from quoted where author_id <> ${actor.id})
        or exists (select 1 from push_subscriptions)
      union all
      select 'message.linked', jsonb_build_object(
        'conversationId', ${conversationId}::uuid, 'messageId', ${id}::uuid) from inserted
      where ${firstLink(body) !== null}
    ), marked as (
      update conversation_members m set last_read_seq = bumped.last_seq, unread_from_seq = null,
        last_sent_at = clock_timestamp()
      from bumped where m.conversation_id = ${conversationId} and m.user_id = ${actor.id}
    ), event as (
      insert into outbox (channels, event, data)
      select array[${conversationChannel(conversationId)}], 'message.created',
        jsonb_build_object('message', ${base}::jsonb || jsonb_build_object(
          'seq', i.seq, 'revision', i.revision, 'replyTo', (select preview from quoted),
          'mentions', json_build_object('everyone', ${everyone}::text, 'users', (
            select coalesce(json_agg(json_build_object(
              'id', id, 'username', username, 'displayName', display_name
            ) order by username), '[]') from addressed
          )),
          'createdAt', to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ))
      from inserted i
      returning id, data
    )
    select
      exists (select 1 from target) as visible,
      (select case when archived then 'archived' when listening then 'announcements'
        when exists (select 1 from paced where wait > 0) then 'slow' end from target) as refusal,
      coalesce((select greatest(wait, 0) from paced), 0) as "waitSeconds",
      (select json_build_object('authorId', author_id, 'conversationId', conversation_id) from earlier) as earlier,
      (select data -> 'message' from event) as message,
      (select id from event) as "outboxId"`;
  if (!row) throw new Error("The send statement returned no row.");
  const { message, outboxId, ...outcome } = row;
  return {
    ...outcome,
    inserted: message && outboxId ? { message, outboxId: Number(outboxId) } : null,
  };
}
