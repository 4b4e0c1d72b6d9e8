import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ErrorCode } from "@/lib/error-codes";
import { at } from "./columns";
import { conversations } from "./conversations";
import { messages } from "./messages";
import { users } from "./users";

/** What a person is writing in one line, the same on all their devices. An empty one keeps its place. */
export const drafts = pgTable(
  "drafts",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    threadRootId: uuid("thread_root_id").references(() => messages.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    /** Raised by every save: the higher one is the later state, whatever any clock says. */
    revision: bigint("revision", { mode: "number" }).notNull().default(1),
    updatedAt: at("updated_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    unique("drafts_line_key").on(t.userId, t.conversationId, t.threadRootId).nullsNotDistinct(),
    index("drafts_user_idx").on(t.userId, t.updatedAt, t.id).where(sql`${t.body} <> ''`),
    index("drafts_conversation_idx").on(t.conversationId),
    index("drafts_thread_idx").on(t.threadRootId).where(sql`${t.threadRootId} is not null`),
  ],
);

/** Messages to be sent later. `id` becomes the message's own: however often it is tried, it is sent once. */
export const scheduledMessages = pgTable(
  "scheduled_messages",
  {
    id: uuid("id").primaryKey(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    sendAt: at("send_at").notNull(),
    /** Why it could not be sent when its time came; null while it waits. */
    failure: jsonb("failure").$type<{ code: ErrorCode; details: Record<string, string | number> }>(),
    /** Times at which sending broke off for no reason of the message's own. */
    attempts: integer("attempts").notNull().default(0),
  },
  (t) => [
    index("scheduled_messages_author_idx").on(t.authorId, t.sendAt, t.id),
    index("scheduled_messages_due_idx").on(t.sendAt).where(sql`${t.failure} is null`),
    index("scheduled_messages_conversation_idx").on(t.conversationId),
  ],
);
