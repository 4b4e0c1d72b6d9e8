import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { broadcasts } from "./broadcasts";
import { at } from "./columns";
import { conversations } from "./conversations";
import { messages } from "./messages";
import { sessions } from "./sessions";
import { users } from "./users";

export const notificationKinds = [
  "mention",
  "reply",
  "thread_reply",
  "reaction",
  "added",
  "broadcast",
] as const;

/** What concerned one person, as their notification centre lists it. */
export const notifications = pgTable(
  "notifications",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What it is about: one message is told of once, reactions to one message make one notification. */
    key: text("key").notNull(),
    kind: text("kind", { enum: notificationKinds }).notNull(),
    actorId: uuid("actor_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Null for a broadcast, which belongs to no conversation. */
    conversationId: uuid("conversation_id").references(() => conversations.id, { onDelete: "cascade" }),
    broadcastId: uuid("broadcast_id").references(() => broadcasts.id, { onDelete: "cascade" }),
    messageId: uuid("message_id").references(() => messages.id, { onDelete: "cascade" }),
    /** The place of what was said, to know when it has been read: in a thread, or on the main line. */
    threadRootId: uuid("thread_root_id").references(() => messages.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }),
    occurredAt: at("occurred_at").notNull().default(sql`clock_timestamp()`),
    /** When the person dealt with the notification itself; reading what was said counts as well. */
    readAt: at("read_at"),
    /** When a digest told of it. */
    mailedAt: at("mailed_at"),
  },
  (t) => [
    unique("notifications_user_key").on(t.userId, t.key),
    check(
      "notifications_kind_check",
      sql`${t.kind} in ('mention', 'reply', 'thread_reply', 'reaction', 'added', 'broadcast')`,
    ),
    check(
      "notifications_message_check",
      sql`(${t.kind} in ('added', 'broadcast')) = (${t.messageId} is null)`,
    ),
    check(
      "notifications_broadcast_check",
      sql`(${t.kind} = 'broadcast') = (${t.broadcastId} is not null) and (${t.kind} = 'broadcast') = (${t.conversationId} is null)`,
    ),
    index("notifications_broadcast_idx").on(t.broadcastId, t.readAt).where(sql`${t.broadcastId} is not null`),
    index("notifications_list_idx").on(t.userId, t.occurredAt, t.id),
    index("notifications_unread_idx").on(t.userId, t.occurredAt).where(sql`${t.readAt} is null`),
    index("notifications_occurred_idx").on(t.occurredAt),
    index("notifications_message_idx").on(t.messageId),
    index("notifications_thread_idx").on(t.threadRootId).where(sql`${t.threadRootId} is not null`),
    index("notifications_conversation_idx").on(t.conversationId),
    index("notifications_actor_idx").on(t.actorId),
  ],
);

/** How people want to be told of things. What somebody has not chosen is null, or has no row: the instance's settings say it. */
export const notificationSettings = pgTable(
  "notification_settings",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** For every conversation that has no level of its own. */
    level: text("level", { enum: ["all", "mentions", "none"] }),
    sounds: boolean("sounds"),
    /** Do not disturb until then. */
    quietUntil: at("quiet_until"),
    /** Do not disturb at these times of the week: days (0 is Sunday), from and to in minutes of the day. */
    quietHours: jsonb("quiet_hours")
      .$type<{ days: number[]; from: number; to: number }[]>()
      .notNull()
      .default([]),
    /** The time zone in which quiet hours and the daily digest are meant; null: that of the person's profile. */
    timeZone: text("time_zone"),
    /** Whether a push shows what was written. */
    pushText: boolean("push_text"),
    digest: text("digest", { enum: ["off", "hourly", "daily"] }),
    /** The language that digests and pushes are written in; null: that of the person's profile. */
    locale: text("locale"),
    /** When the last digest was made. */
    digestAt: at("digest_at"),
    /** Names the person in a link that ends the digest, without a sign-in. */
    unsubscribeToken: uuid("unsubscribe_token").notNull().unique().default(sql`gen_random_uuid()`),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    check("notification_settings_level_check", sql`${t.level} in ('all', 'mentions', 'none')`),
    check("notification_settings_digest_check", sql`${t.digest} in ('off', 'hourly', 'daily')`),
    index("notification_settings_digest_idx").on(t.userId).where(sql`${t.digest} <> 'off'`),
  ],
);

/** How far the digests have told of a direct conversation. */
export const digestMarkers = pgTable(
  "digest_markers",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    seq: bigint("seq", { mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.conversationId] }),
    index("digest_markers_conversation_idx").on(t.conversationId),
  ],
);

/** A browser that takes push messages, for as long as the session that it was registered in lasts. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id")
      .notNull()
      .references(() => sessions.id, { onDelete: "cascade" }),
    /** Where the browser's vendor takes messages for it. */
    endpoint: text("endpoint").notNull().unique(),
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    lastSentAt: at("last_sent_at"),
  },
  (t) => [
    index("push_subscriptions_user_idx").on(t.userId),
    index("push_subscriptions_session_idx").on(t.sessionId),
  ],
);

/** The pair of keys by which push services know this instance. One row. */
export const pushKeys = pgTable("push_keys", {
  id: text("id").primaryKey().default("instance"),
  publicKey: text("public_key").notNull(),
  privateKey: text("private_key").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});
