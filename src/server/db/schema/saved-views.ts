import { sql } from "drizzle-orm";
import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** What somebody wants to see again of a list: its filters, search and order, under a name. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Names the list, e.g. `people`. */
    list: text("list").notNull(),
    name: text("name").notNull(),
    /** The part of the list's address that says the view, without its `?`. */
    search: text("search").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [unique("saved_views_name_unique").on(t.userId, t.list, t.name)],
);
