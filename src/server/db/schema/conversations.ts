import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
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
    check("conversations_direct_private_check", sql`${t.kind} = 'group' or ${t.visibility} = 'private'`),
    index("conversations_name_search_idx").using("gin", sql`${t.name} gin_trgm_ops`),
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
    joinedAt: at("joined_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.userId] }),
    check("conversation_members_role_check", sql`${t.role} in ('owner', 'admin', 'member')`),
    index("conversation_members_user_idx").on(t.userId, t.conversationId),
    index("conversation_members_joined_idx").on(t.conversationId, t.joinedAt, t.userId),
  ],
);
