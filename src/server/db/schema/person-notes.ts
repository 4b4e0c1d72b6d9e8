import { sql } from "drizzle-orm";
import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** What administrators keep in mind of somebody; the person does not see it. */
export const personNotes = pgTable(
  "person_notes",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    authorId: uuid("author_id").references(() => users.id, { onDelete: "set null" }),
    body: text("body").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("person_notes_user_idx").on(t.userId, t.createdAt, t.id)],
);
