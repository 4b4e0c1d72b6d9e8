import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, tsvector } from "./columns";
import { conversations } from "./conversations";
import { users } from "./users";

/** What the search vector of a message with a link matches. */
export const hasLink = sql`'''has:link'''::tsquery`;

export const messages = pgTable(
  "messages",
  {
    /** A UUIDv7 made by the author's client: the idempotency key of the send. */
    id: uuid("id").primaryKey(),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
    /** The conversation's revision at this message's latest change. */
    revision: bigint("revision", { mode: "number" }).notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind", { enum: ["text", "image", "file", "audio", "video", "system"] })
      .notNull()
      .default("text"),
    body: text("body").notNull(),
    /** What happened, of a message that the system noted; put into words in each reader's language. */
    system: jsonb("system"),
    replyToId: uuid("reply_to_id").references((): AnyPgColumn => messages.id, { onDelete: "set null" }),
    /** The first message of the thread that this one belongs to; null on the conversation's main line. */
    threadRootId: uuid("thread_root_id").references((): AnyPgColumn => messages.id, { onDelete: "cascade" }),
    /** Whether everybody was addressed: those online (`here`) or all members. */
    mentionsEveryone: text("mentions_everyone", { enum: ["here", "all"] }),
    /** Where a forwarded text was first said. It outlives the original. */
    forwardedMessageId: uuid("forwarded_message_id"),
    forwardedConversationId: uuid("forwarded_conversation_id"),
    forwardedAuthorId: uuid("forwarded_author_id").references(() => users.id),
    forwardedSentAt: at("forwarded_sent_at"),
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at"),
    pinnedAt: at("pinned_at"),
    pinnedBy: uuid("pinned_by").references(() => users.id, { onDelete: "set null" }),
    deletedAt: at("deleted_at"),
    deletedBy: uuid("deleted_by").references(() => users.id, { onDelete: "set null" }),
    deleteReason: text("delete_reason"),
    /** What the message is found by; see the function's own comment in its migration. */
    searchVector: tsvector("search_vector").notNull().generatedAlwaysAs(sql`search_vector(body, author_id)`),
  },
  (t) => [
    // `seq` counts each line on its own: the conversation's main line and every thread.
    uniqueIndex("messages_main_seq_key").on(t.conversationId, t.seq).where(sql`${t.threadRootId} is null`),
    uniqueIndex("messages_thread_seq_key")
      .on(t.threadRootId, t.seq)
      .where(sql`${t.threadRootId} is not null`),
    check("messages_kind_check", sql`${t.kind} in ('text', 'image', 'file', 'audio', 'video', 'system')`),
    check("messages_mentions_check", sql`${t.mentionsEveryone} in ('here', 'all')`),
    check("messages_forwarded_check", sql`(${t.forwardedAuthorId} is null) = (${t.forwardedSentAt} is null)`),
    check("messages_system_check", sql`(${t.kind} = 'system') = (${t.system} is not null)`),
    index("messages_created_idx").on(t.conversationId, t.createdAt, t.id),
    // For counting the last minutes of the whole instance: next to nothing to write, and new messages lie together.
    index("messages_minutes_idx")
      .using("brin", t.createdAt)
      .with({ pages_per_range: 16, autosummarize: true }),
    // So that those with a link are found among many without; asked for word for word as its predicate says.
    index("messages_links_idx")
      .on(t.conversationId, t.createdAt, t.id)
      .where(sql`${t.searchVector} @@ ${hasLink}`),
    index("messages_search_idx").using("gin", t.conversationId, t.searchVector),
    index("messages_revision_idx").on(t.conversationId, t.revision),
    index("messages_pinned_idx")
      .on(t.conversationId, t.pinnedAt, t.id)
      .where(sql`${t.pinnedAt} is not null and ${t.deletedAt} is null`),
    index("messages_reply_to_idx").on(t.replyToId).where(sql`${t.replyToId} is not null`),
  ],
);

/** What a message said before an edit, version 1 being the first. What it says now is in `messages`. */
export const messageRevisions = pgTable(
  "message_revisions",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    writtenAt: at("written_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.version] })],
);

export const messageReactions = pgTable(
  "message_reactions",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    emoji: text("emoji").notNull(),
    createdAt: at("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.userId, t.emoji] }),
    index("message_reactions_user_idx").on(t.userId),
    index("message_reactions_people_idx").on(t.messageId, t.emoji, t.createdAt, t.userId),
  ],
);

/** Members of the conversation whom a message addresses by name. */
export const messageMentions = pgTable(
  "message_mentions",
  {
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.messageId, t.userId] }),
    index("message_mentions_user_idx").on(t.userId, t.messageId),
  ],
);

/** Messages that a person keeps for later; nobody else learns of it. */
export const savedMessages = pgTable(
  "saved_messages",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    messageId: uuid("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    savedAt: at("saved_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.messageId] }),
    index("saved_messages_user_idx").on(t.userId, t.savedAt, t.messageId),
    index("saved_messages_message_idx").on(t.messageId),
  ],
);
