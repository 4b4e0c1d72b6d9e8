import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

export const conversations = pgTable(
  "conversations",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    kind: text("kind", { enum: ["direct", "group"] }).notNull(),
    visibility: text("visibility", { enum: ["public", "private"] }).notNull(),
    /** Groups have a name; a direct conversation shows the other person's. */
    name: text("name"),
    description: text("description").notNull().default(""),
    /** Both members' ids in order: one direct conversation for each pair. */
    directKey: text("direct_key").unique(),
    /** `seq` of the newest message. Taken and raised in the statement that inserts a message: no holes. */
    lastSeq: bigint("last_seq", { mode: "number" }).notNull().default(0),
    /** Raised by every change to a message here; a client that knows revision n has missed what is above n. */
    revision: bigint("revision", { mode: "number" }).notNull().default(0),
    /** `revision` at the latest change of what the conversation is: name, description, visibility, modes. */
    detailsRevision: bigint("details_revision", { mode: "number" }).notNull().default(0),
    /** Only owners and admins may write. */
    announcementOnly: boolean("announcement_only").notNull().default(false),
    /** Seconds between two messages of one ordinary member; 0: no limit. */
    slowModeSeconds: integer("slow_mode_seconds").notNull().default(0),
    /** An archived group can be read, not written to. */
    archivedAt: at("archived_at"),
    lastActivityAt: at("last_activity_at").notNull().defaultNow(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    importKey: text("import_key").unique(),
    deletedAt: at("deleted_at"),
    deletedBy: uuid("deleted_by").references(() => users.id, { onDelete: "set null" }),
    deleteReason: text("delete_reason"),
  },
  (t) => [
    check("conversations_kind_check", sql`${t.kind} in ('direct', 'group')`),
    check("conversations_visibility_check", sql`${t.visibility} in ('public', 'private')`),
    check("conversations_direct_check", sql`(${t.kind} = 'direct') = (${t.directKey} is not null)`),
    check("conversations_name_check", sql`(${t.kind} = 'group') = (${t.name} is not null)`),
    check("conversations_slow_mode_check", sql`${t.slowModeSeconds} between 0 and 86400`),
    check(
      "conversations_modes_check",
      sql`${t.kind} = 'group' or (not ${t.announcementOnly} and ${t.slowModeSeconds} = 0 and ${t.archivedAt} is null)`,
    ),
    check("conversations_direct_private_check", sql`${t.kind} = 'group' or ${t.visibility} = 'private'`),
    index("conversations_name_search_idx").using("gin", sql`${t.name} gin_trgm_ops`),
    // Not by activity: an index over what every message changes would make every message dearer.
    index("conversations_created_idx").on(t.createdAt, t.id),
    // Without accents, for jumping to groups; pairs of characters for names in scripts without spaces.
    index("conversations_folded_name_idx").using("gin", sql`search_name(${t.name}) gin_trgm_ops`),
    index("conversations_name_pairs_idx").using("gin", sql`search_bigrams(${t.name})`),
    index("conversations_public_idx")
      .on(t.name, t.id)
      .where(sql`${t.visibility} = 'public' and ${t.deletedAt} is null`),
  ],
);

export const conversationMembers = pgTable(
  "conversation_members",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["owner", "admin", "member"] })
      .notNull()
      .default("member"),
    /** Read marker: everything up to and including this `seq` has been read. */
    lastReadSeq: bigint("last_read_seq", { mode: "number" }).notNull().default(0),
    /** "Mark as unread": everything from this `seq` on is shown as unread, whatever has been read. */
    unreadFromSeq: bigint("unread_from_seq", { mode: "number" }),
    /** No sound, no badge until then; a far day stands for ever. */
    mutedUntil: at("muted_until"),
    favourite: boolean("favourite").notNull().default(false),
    /** `default`: what the person chose for all conversations together. */
    notificationLevel: text("notification_level", { enum: ["default", "all", "mentions", "none"] })
      .notNull()
      .default("default"),
    /** Raised by every change to role or own settings: the higher one is the newer state. */
    membershipRevision: integer("membership_revision").notNull().default(0),
    /** When this member last sent a message, for slow mode. */
    lastSentAt: at("last_sent_at"),
    joinedAt: at("joined_at").notNull().defaultNow(),
    /** `seq` of the newest message at that time: what is older was never unread here, and is nobody's receipt. */
    joinedSeq: bigint("joined_seq", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.userId] }),
    check("conversation_members_role_check", sql`${t.role} in ('owner', 'admin', 'member')`),
    check(
      "conversation_members_notification_level_check",
      sql`${t.notificationLevel} in ('default', 'all', 'mentions', 'none')`,
    ),
    index("conversation_members_user_idx").on(t.userId, t.conversationId),
    index("conversation_members_joined_idx").on(t.conversationId, t.joinedAt, t.userId),
  ],
);
