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
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (t) => [index("outbox_created_idx").on(t.createdAt)],
);
