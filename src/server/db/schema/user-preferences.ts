import { boolean, pgTable, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** What people chose for themselves. Somebody without a row has the defaults. */
export const userPreferences = pgTable("user_preferences", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Others see what this person has read, and this person sees what others have read. */
  readReceipts: boolean("read_receipts").notNull().default(true),
  updatedAt: at("updated_at").notNull().defaultNow(),
});
