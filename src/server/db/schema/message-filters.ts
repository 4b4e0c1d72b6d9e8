import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { conversations } from "./conversations";
import { messages } from "./messages";
import { users } from "./users";

/** What messages may not say, or only after somebody has looked at them. */
export const messageFilters = pgTable(
  "message_filters",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    kind: text("kind", { enum: ["word", "phrase", "pattern", "domain"] }).notNull(),
    text: text("text").notNull(),
    action: text("action", { enum: ["flag", "hold", "refuse"] }).notNull(),
    enabled: boolean("enabled").notNull().default(true),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [
    unique("message_filters_kind_text_key").on(t.kind, t.text),
    check("message_filters_kind_check", sql`${t.kind} in ('word', 'phrase', 'pattern', 'domain')`),
    check("message_filters_action_check", sql`${t.action} in ('flag', 'hold', 'refuse')`),
  ],
);

/** Messages that a filter keeps back until a moderator has decided. `id` becomes the message's own. */
export const heldMessages = pgTable(
  "held_messages",
  {
    id: uuid("id").primaryKey(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    threadRootId: uuid("thread_root_id").references(() => messages.id, { onDelete: "cascade" }),
    replyToId: uuid("reply_to_id").references(() => messages.id, { onDelete: "set null" }),
    body: text("body").notNull(),
    /** Of a forwarded message: whose words these are. */
    forwardedFrom: jsonb("forwarded_from"),
    /** What the filter found. */
    found: text("found").notNull(),
    status: text("status", { enum: ["waiting", "delivered", "rejected"] })
      .notNull()
      .default("waiting"),
    reason: text("reason"),
    createdAt: at("created_at").notNull().defaultNow(),
    decidedAt: at("decided_at"),
    decidedBy: uuid("decided_by").references(() => users.id, { onDelete: "set null" }),
    /** When the author put the decision away. */
    seenAt: at("seen_at"),
  },
  (t) => [
    check("held_messages_status_check", sql`${t.status} in ('waiting', 'delivered', 'rejected')`),
    check("held_messages_decided_check", sql`(${t.status} = 'waiting') = (${t.decidedAt} is null)`),
    index("held_messages_waiting_idx").on(t.createdAt, t.id).where(sql`${t.status} = 'waiting'`),
    index("held_messages_decided_idx").on(t.decidedAt).where(sql`${t.status} <> 'waiting'`),
    index("held_messages_author_idx").on(t.authorId, t.decidedAt),
    index("held_messages_conversation_idx").on(t.conversationId),
    index("held_messages_thread_idx").on(t.threadRootId).where(sql`${t.threadRootId} is not null`),
    index("held_messages_reply_idx").on(t.replyToId).where(sql`${t.replyToId} is not null`),
  ],
);
