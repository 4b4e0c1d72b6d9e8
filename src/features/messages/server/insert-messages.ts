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
  /** The author is a member of this conversation. */
  visible: boolean;
  /** Why the author may not write here now; null where they may. */
  refusal: "archived" | "announcements" | "slow" | null;
  /** Seconds until slow mode lets the author write again. */
  waitSeconds: number;
  /** Who wrote the message that already has this id, and where. */
  earlier: { authorId: string; conversationId: string } | null;
  /** The message as sent, and its event's row in the outbox; null when nothing was inserted. */
  inserted: { message: Message; outboxId: number } | null;
};

/**
 * What became of a message that shared a statement: `held` says that something else has its conversation locked,
 * `leftToDo` that the statement left follow-ups, of whichever message.
 */
type SharedOutcome = InsertOutcome & { held: boolean; leftToDo: boolean };

/** Most messages of one statement. */
export const mostMessages = 16;

/**
 * Sends messages in one round trip and one statement: checks membership, takes the next `seq`, inserts the
 * messages, their events and, where somebody may have to be told, the follow-ups for that, and moves the
 * authors' read markers. The row locks on the conversations put senders in order; a statement that fails takes
 * its `seq` back with it, so that there are no holes. Only where slow mode is on does it also lock the member's
 * row (after the conversation's, as everybody does), so that two messages sent at once cannot both find the wait
 * over. One message alone waits for its conversation; several do not wait for one that something else has locked,
 * so that it holds up no other, and no two statements can wait for each other. The conditions on a conversation
 * itself are checked again when it changed meanwhile; then its messages are refused without a reason.
 * @param messages at most `mostMessages`, each of another author, no two with one id, and in the order in which
 * they get their numbers
 * @returns what became of each, in their order
 */
export async function insertMessages(
  messages: { author: Pick<Actor, "id" | "username" | "displayName">; message: NewMessage }[],
): Promise<SharedOutcome[]> {
  const rows = JSON.stringify(messages.map(rowOf));
  const alone = messages.length === 1;
  const outcomes = await database().sql<
    {
      visible: boolean;
      refusal: InsertOutcome["refusal"];
      waitSeconds: number;
      earlier: InsertOutcome["earlier"];
      held: boolean;
      leftToDo: boolean;
      message: Message | null;
      outboxId: string | null;
    }[]
  >`
    with input as materialized (
      -- This limit is what the planner counts on; those of one row below keep it from reading whole tables.
      select * from json_to_recordset(${rows}::json) as row (
        place int, id uuid, conversation_id uuid, author_id uuid, channel text, reply_to_id uuid, usernames text[],
        everyone text, linked boolean, base jsonb
      ) limit 16
    ), target as (
      select i.place, i.conversation_id, i.author_id, t.*
      from input i cross join lateral (
        select m.role = 'member' as ordinary, c.archived_at is not null as archived,
          c.announcement_only and m.role = 'member' as listening,
          c.slow_mode_seconds > 0 and m.role = 'member' as slow
        from conversation_members m join conversations c on c.id = m.conversation_id and c.deleted_at is null
        where m.conversation_id = i.conversation_id and m.user_id = i.author_id limit 1
      ) t
    ), locked as (
      select l.id from (select distinct conversation_id from target) t cross join lateral (
        select id from conversations where id = t.conversation_id limit 1 for no key update skip locked
      ) l
    ), reached as materialized (
      select * from target where ${alone} or conversation_id in (select id from locked)
    ), paced as (
      select t.place, p.wait from reached t cross join lateral (
        select ceil(c.slow_mode_seconds - extract(epoch from clock_timestamp() - m.last_sent_at))::int as wait
        from conversations c join conversation_members m on m.conversation_id = c.id
        where c.id = t.conversation_id and m.user_id = t.author_id limit 1
        for no key update of c, m
      ) p where t.slow
    ), earlier as (
      select i.place, e.author_id, e.conversation_id from input i join messages e on e.id = i.id
    ), quoted as (
      select i.place, q.author_id, json_build_object(
        'id', q.id, 'seq', q.seq, 'revision', q.revision, 'deleted', false, 'excerpt', left(q.body, ${quoteLength}::int),
        'author', json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name)
      ) as preview
      from input i
      join messages q on q.id = i.reply_to_id and q.conversation_id = i.conversation_id
        and q.thread_root_id is null and q.deleted_at is null
      join users u on u.id = q.author_id
    ), addressed as (
      select i.place, u.id, u.username, u.display_name
      from input i
      cross join lateral (select distinct name::citext from unnest(i.usernames) as name) as called
      cross join lateral (
        select id, username, display_name from users where username = called.name limit 1
      ) as u
      join conversation_members m on m.conversation_id = i.conversation_id and m.user_id = u.id
    ), accepted as materialized (
      select i.place, i.conversation_id, t.ordinary,
        row_number() over (partition by i.conversation_id order by i.place) as nth
      from input i join reached t on t.place = i.place
      where not t.archived and not t.listening
        and not exists (select from paced p where p.place = i.place and p.wait > 0)
        and not exists (select from earlier e where e.place = i.place)
        and (i.reply_to_id is null or exists (select from quoted q where q.place = i.place))
    ), bumped as (
      update conversations c
      set last_seq = c.last_seq + a.many, revision = c.revision + a.many, last_activity_at = now()
      from (
        select conversation_id, count(*)::int as many, bool_or(ordinary) as ordinary
        from accepted group by conversation_id
      ) a
      where c.id = a.conversation_id
        and c.deleted_at is null and c.archived_at is null
        and not (c.announcement_only and a.ordinary)
      returning c.id, c.last_seq - a.many as seq, c.revision - a.many as revision
    ), inserted as (
      insert into messages (
        id, conversation_id, seq, revision, author_id, body, reply_to_id, mentions_everyone,
        forwarded_message_id, forwarded_conversation_id, forwarded_author_id, forwarded_sent_at
      )
      select i.id, i.conversation_id, b.seq + a.nth, b.revision + a.nth, i.author_id, i.base ->> 'body', i.reply_to_id,
        i.everyone, (i.base #>> '{forwardedFrom,messageId}')::uuid,
        (i.base #>> '{forwardedFrom,conversationId}')::uuid, (i.base #>> '{forwardedFrom,author,id}')::uuid,
        (i.base #>> '{forwardedFrom,sentAt}')::timestamptz
      from accepted a join bumped b on b.id = a.conversation_id join input i on i.place = a.place
      returning id, seq, revision, created_at
    ), written as (
      select i.*, n.seq, n.revision, n.created_at from inserted n join input i on i.id = n.id
    ), mentioned as (
      insert into message_mentions (message_id, user_id)
      select w.id, a.id from written w join addressed a on a.place = w.place
    ), left_to_do as (
      insert into follow_ups (kind, data)
      select 'message.sent', jsonb_build_object('messageId', w.id) from written w
      where w.everyone is not null
        or exists (select from addressed a where a.place = w.place and a.id <> w.author_id)
        or exists (select from quoted q where q.place = w.place and q.author_id <> w.author_id)
        or exists (select from push_subscriptions)
      union all
      select 'message.linked', jsonb_build_object('conversationId', w.conversation_id, 'messageId', w.id)
      from written w where w.linked
      returning id
    ), marked as (
      update conversation_members m
      set last_read_seq = w.seq, unread_from_seq = null, last_sent_at = clock_timestamp()
      from written w where m.conversation_id = w.conversation_id and m.user_id = w.author_id
    ), event as (
      insert into outbox (channels, event, data)
      select array[w.channel], 'message.created',
        jsonb_build_object('message', w.base || jsonb_build_object(
          'seq', w.seq, 'revision', w.revision,
          'replyTo', (select preview from quoted q where q.place = w.place),
          'mentions', json_build_object('everyone', w.everyone, 'users', (
            select coalesce(json_agg(json_build_object(
              'id', a.id, 'username', a.username, 'displayName', a.display_name
            ) order by a.username), '[]') from addressed a where a.place = w.place
          )),
          'createdAt', to_char(w.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        ))
      from written w order by w.place
      returning id, data -> 'message' as message
    )
    select
      t.place is not null as visible,
      case when t.archived then 'archived' when t.listening then 'announcements'
        when p.wait > 0 then 'slow' end as refusal,
      coalesce(greatest(p.wait, 0), 0) as "waitSeconds",
      case when e.place is not null then
        json_build_object('authorId', e.author_id, 'conversationId', e.conversation_id) end as earlier,
      t.place is not null and r.place is null as held,
      exists (select from left_to_do) as "leftToDo", s.message, s.id as "outboxId"
    from input i
    left join target t on t.place = i.place
    left join reached r on r.place = i.place
    left join paced p on p.place = i.place
    left join earlier e on e.place = i.place
    left join event s on s.message ->> 'id' = i.id::text
    order by i.place`;
  if (outcomes.length !== messages.length) throw new Error("The send statement left a message out.");
  return outcomes.map(({ message, outboxId, ...outcome }) => ({
    ...outcome,
    inserted: message && outboxId ? { message, outboxId: Number(outboxId) } : null,
  }));
}

/** A message as the statement reads it; `base` is what is known of it before it has its number. */
function rowOf(
  { author, message }: Parameters<typeof insertMessages>[0][number],
  place: number,
): Record<string, unknown> {
  const { id, conversationId, body, replyToId, usernames, everyone, forwardedFrom } = message;
  const { username, displayName } = author;
  return {
    place,
    id,
    conversation_id: conversationId,
    author_id: author.id,
    channel: conversationChannel(conversationId),
    reply_to_id: replyToId ?? null,
    usernames,
    everyone,
    linked: firstLink(body) !== null,
    base: {
      ...{ id, conversationId, author: { id: author.id, username, displayName }, kind: "text", body },
      ...{ system: null, threadRootId: null, thread: null, forwardedFrom, linkPreview: null, reactions: [] },
      ...{ editedAt: null, pinnedAt: null, deletedAt: null },
    },
  };
}
