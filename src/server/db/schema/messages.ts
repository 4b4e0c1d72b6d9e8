import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, tsvector } from "./columns";
import { conversations } from "./conversations";
import { users } from "./users";

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
    createdAt: at("created_at").notNull().defaultNow(),
    editedAt: at("edited_at"),
    deletedAt: at("deleted_at"),
    deletedBy: uuid("deleted_by").references(() => users.id, { onDelete: "set null" }),
    deleteReason: text("delete_reason"),
    /** What the message is found by; see the function's own comment in its migration. */
    searchVector: tsvector("search_vector").notNull().generatedAlwaysAs(sql`search_vector(body, author_id)`),
  },
  (t) => [
    unique("messages_conversation_seq_key").on(t.conversationId, t.seq),
    check("messages_kind_check", sql`${t.kind} in ('text', 'image', 'file', 'audio', 'video', 'system')`),
    check("messages_system_check", sql`(${t.kind} = 'system') = (${t.system} is not null)`),
    index("messages_created_idx").on(t.conversationId, t.createdAt, t.id),
    index("messages_search_idx").using("gin", t.conversationId, t.searchVector),
    index("messages_revision_idx").on(t.conversationId, t.revision),
    index("messages_reply_to_idx").on(t.replyToId).where(sql`${t.replyToId} is not null`),
  ],
);
