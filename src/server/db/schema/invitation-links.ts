import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { at, bytea } from "./columns";
import { conversations } from "./conversations";
import { users } from "./users";

/** Links by which people join a group. Only a hash of the secret is kept. */
export const invitationLinks = pgTable(
  "invitation_links",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    tokenHash: bytea("token_hash").notNull().unique(),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Null: it does not expire. */
    expiresAt: at("expires_at"),
    /** Null: any number. */
    maxUses: integer("max_uses"),
    useCount: integer("use_count").notNull().default(0),
    revokedAt: at("revoked_at"),
  },
  (t) => [
    check(
      "invitation_links_uses_check",
      sql`${t.useCount} >= 0 and (${t.maxUses} is null or ${t.maxUses} > 0)`,
    ),
    index("invitation_links_conversation_idx").on(t.conversationId, t.id),
  ],
);
