import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** What a change leaves to be done right after it: stored with the change, taken away by whoever does it. */
export const followUps = pgTable(
  "follow_ups",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind").notNull(),
    data: jsonb("data").notNull(),
    /** How often doing it broke off. */
    attempts: integer("attempts").notNull().default(0),
    createdAt: at("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index("follow_ups_due_idx").on(t.attempts, t.id)],
);
