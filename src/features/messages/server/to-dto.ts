import { type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { SystemEvent } from "@/features/conversations/system-event";
import type { UserSummary } from "@/features/users/dto";
import { messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import type { ForwardOrigin, Mentions, Message, Reaction, ReplyPreview, ThreadSummary } from "../dto";
import { quoteLength } from "../excerpt";
import type { LinkPreview } from "../link-previews/dto";
import { reactorLimit } from "../reactions/limits";
import { participantLimit } from "../threads/limits";

export const author = alias(users, "author");
export const quoted = alias(messages, "quoted");
export const quotedAuthor = alias(users, "quoted_author");
export const originAuthor = alias(users, "origin_author");

const summaryOf = (person: typeof users) => ({
  id: person.id,
  username: person.username,
  displayName: person.displayName,
});

const mentionedUsers: SQL<UserSummary[]> = sql`(
  select coalesce(json_agg(json_build_object(
    'id', u.id, 'username', u.username, 'displayName', u.display_name
  ) order by u.username), '[]')
  from message_mentions mm join users u on u.id = mm.user_id
  where mm.message_id = ${messages.id}
)`;

const reactions: SQL<Reaction[]> = sql`(
  select coalesce(json_agg(json_build_object(
    'emoji', r.emoji, 'count', r.people, 'userIds', r.first_people
  ) order by r.first_at, r.emoji), '[]')
  from (
    select emoji, count(*) as people, min(created_at) as first_at,
      (array_agg(user_id order by created_at, user_id))[1:${sql.raw(String(reactorLimit))}] as first_people
    from message_reactions where message_id = ${messages.id} group by emoji
  ) r
)`;

const thread: SQL<ThreadSummary | null> = sql`(
  select json_build_object(
    'replyCount', t.last_seq,
    'lastReplyAt', to_char(t.last_reply_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'participants', (
      select coalesce(json_agg(json_build_object(
        'id', u.id, 'username', u.username, 'displayName', u.display_name
      ) order by p.first_reply_seq), '[]')
      from (
        select user_id, first_reply_seq from thread_members
        where root_id = t.root_id and first_reply_seq is not null
        order by first_reply_seq limit ${sql.raw(String(participantLimit))}
      ) p join users u on u.id = p.user_id
    )
  ) from threads t where t.root_id = ${messages.id}
)`;

const linkPreview: SQL<LinkPreview | null> = sql`(
  select json_build_object(
    'url', p.url, 'title', p.title, 'description', p.description, 'siteName', p.site_name
  ) from message_link_previews p where p.message_id = ${messages.id}
)`;

/** The columns of a `Message`, for a query that joins `author`, `quoted`, `quotedAuthor` and `originAuthor`. */
export const messageColumns = {
  id: messages.id,
  conversationId: messages.conversationId,
  seq: messages.seq,
  revision: messages.revision,
  kind: messages.kind,
  body: messages.body,
  system: messages.system,
  threadRootId: messages.threadRootId,
  thread,
  author: summaryOf(author as unknown as typeof users),
  quoted: {
    id: quoted.id,
    seq: quoted.seq,
    revision: quoted.revision,
    excerpt: sql<string>`case when ${quoted.deletedAt} is null then left(${quoted.body}, ${sql.raw(String(quoteLength))}) else '' end`,
    deleted: sql<boolean>`${quoted.deletedAt} is not null`,
  },
  quotedAuthor: summaryOf(quotedAuthor as unknown as typeof users),
  linkPreview,
  mentionedUsers,
  mentionsEveryone: messages.mentionsEveryone,
  forwardedMessageId: messages.forwardedMessageId,
  forwardedConversationId: messages.forwardedConversationId,
  forwardedSentAt: messages.forwardedSentAt,
  originAuthor: summaryOf(originAuthor as unknown as typeof users),
  reactions,
  createdAt: messages.createdAt,
  editedAt: messages.editedAt,
  pinnedAt: messages.pinnedAt,
  deletedAt: messages.deletedAt,
};

type Replaced =
  | "createdAt"
  | "editedAt"
  | "pinnedAt"
  | "deletedAt"
  | "replyTo"
  | "mentions"
  | "forwardedFrom"
  | "system";

export type MessageRow = Omit<Message, Replaced> & {
  system: unknown;
  createdAt: Date;
  editedAt: Date | null;
  pinnedAt: Date | null;
  deletedAt: Date | null;
  quoted: Omit<ReplyPreview, "author"> | null;
  quotedAuthor: UserSummary | null;
  mentionedUsers: UserSummary[];
  mentionsEveryone: Mentions["everyone"];
  forwardedMessageId: string | null;
  forwardedConversationId: string | null;
  forwardedSentAt: Date | null;
  originAuthor: UserSummary | null;
};

/** What leaves the server of a message: the same for every viewer, and of a deleted one only that it was there. */
export function toMessage(row: MessageRow): Message {
  const { id, conversationId, seq, revision, kind, author, threadRootId, thread } = row;
  const place = { id, conversationId, seq, revision, kind, author, threadRootId, thread };
  const createdAt = row.createdAt.toISOString();
  if (row.deletedAt) {
    const deletedAt = row.deletedAt.toISOString();
    return { ...place, ...nothingSaid, createdAt, editedAt: null, pinnedAt: null, deletedAt };
  }
  return {
    ...place,
    body: row.body,
    system: row.system as SystemEvent | null,
    replyTo: row.quoted && row.quotedAuthor ? { ...row.quoted, author: row.quotedAuthor } : null,
    mentions: { users: row.mentionedUsers, everyone: row.mentionsEveryone },
    forwardedFrom: toForwardOrigin(row),
    linkPreview: row.linkPreview,
    reactions: row.reactions,
    createdAt,
    editedAt: row.editedAt?.toISOString() ?? null,
    pinnedAt: row.pinnedAt?.toISOString() ?? null,
    deletedAt: null,
  };
}

const nothingSaid = {
  body: "",
  system: null,
  replyTo: null,
  mentions: { users: [], everyone: null },
  forwardedFrom: null,
  linkPreview: null,
  reactions: [],
};

function toForwardOrigin(row: MessageRow): ForwardOrigin | null {
  const { forwardedMessageId, forwardedConversationId, forwardedSentAt, originAuthor } = row;
  if (!forwardedMessageId || !forwardedConversationId || !forwardedSentAt || !originAuthor) return null;
  return {
    messageId: forwardedMessageId,
    conversationId: forwardedConversationId,
    author: originAuthor,
    sentAt: forwardedSentAt.toISOString(),
  };
}
