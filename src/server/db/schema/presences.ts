import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** Who is here: one row a person, over all their tabs and devices. */
export const presences = pgTable(
  "presences",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** At least one of the person's devices is connected. */
    online: boolean("online").notNull().default(false),
    /** When one of the person's devices was last used. */
    activeAt: at("active_at"),
    /** When the person was last connected. */
    seenAt: at("seen_at"),
    /** The state that others were last told. */
    announced: text("announced", { enum: ["online", "away", "offline"] })
      .notNull()
      .default("offline"),
    /** Raised by every change that others are told: the higher one is the newer state. */
    revision: integer("revision").notNull().default(0),
    statusEmoji: text("status_emoji"),
    statusText: text("status_text").notNull().default(""),
    /** The status is gone after this time; null: it stays. */
    statusUntil: at("status_until"),
  },
  (t) => [
    check("presences_announced_check", sql`${t.announced} in ('online', 'away', 'offline')`),
    index("presences_seen_idx").on(t.seenAt),
    index("presences_here_idx").on(t.userId).where(sql`${t.online} or ${t.announced} <> 'offline'`),
  ],
);
