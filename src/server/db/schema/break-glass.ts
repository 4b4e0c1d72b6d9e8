import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { conversations } from "./conversations";
import { users } from "./users";

/** An administrator's leave to read a private conversation: for a reason, for a time, perhaps by another's consent. */
export const breakGlassGrants = pgTable(
  "break_glass_grants",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    requestedBy: uuid("requested_by")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    reason: text("reason").notNull(),
    minutes: integer("minutes").notNull(),
    status: text("status", { enum: ["requested", "active", "refused", "ended"] }).notNull(),
    decidedBy: uuid("decided_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    startedAt: at("started_at"),
    /** Nothing can be read from then on, whatever else happens. */
    expiresAt: at("expires_at"),
    /** What the policy was when it was opened. */
    tellsOwners: text("tells_owners", { enum: ["at-once", "afterwards", "never"] }).notNull(),
  },
  (t) => [
    check("break_glass_grants_status_check", sql`${t.status} in ('requested', 'active', 'refused', 'ended')`),
    check("break_glass_grants_started_check", sql`${t.status} <> 'active' or ${t.expiresAt} is not null`),
    index("break_glass_grants_created_idx").on(t.createdAt, t.id),
    index("break_glass_grants_conversation_idx").on(t.conversationId, t.createdAt, t.id),
    index("break_glass_grants_active_idx").on(t.expiresAt).where(sql`${t.status} = 'active'`),
    index("break_glass_grants_requested_idx").on(t.createdAt).where(sql`${t.status} = 'requested'`),
  ],
);

/** Whom such a reading is told to, and who has put that away. */
export const breakGlassNotices = pgTable(
  "break_glass_notices",
  {
    grantId: uuid("grant_id")
      .notNull()
      .references(() => breakGlassGrants.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    toldAt: at("told_at").notNull().defaultNow(),
    seenAt: at("seen_at"),
  },
  (t) => [
    primaryKey({ columns: [t.grantId, t.userId] }),
    index("break_glass_notices_user_idx").on(t.userId, t.toldAt).where(sql`${t.seenAt} is null`),
  ],
);
