import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Realtime events that were committed and not yet handed to the Pusher-protocol server. */
export const outbox = pgTable(
  "outbox",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    channels: text("channels").array().notNull(),
    event: text("event").notNull(),
    data: jsonb("data").notNull(),
    // Not when its transaction began: one that has waited long would be taken for one that nobody publishes.
    createdAt: at("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index("outbox_created_idx").on(t.createdAt)],
);
