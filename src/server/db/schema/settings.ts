import { jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** Only settings that somebody has changed have a row; the others follow their default. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  updatedAt: at("updated_at").notNull().defaultNow(),
  updatedBy: uuid("updated_by").references(() => users.id, { onDelete: "set null" }),
});
