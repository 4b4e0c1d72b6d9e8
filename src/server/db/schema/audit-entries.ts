import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, inet } from "./columns";

/**
 * Who did what, to what, from where. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE.
 * No foreign keys: an entry outlives what it speaks of.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: at("at").notNull().defaultNow(),
    action: text("action").notNull(),
    actorId: uuid("actor_id"),
    sessionId: uuid("session_id"),
    ip: inet("ip"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    reason: text("reason"),
  },
  (t) => [
    index("audit_entries_actor_idx").on(t.actorId, t.id),
    index("audit_entries_target_idx").on(t.targetType, t.targetId, t.id),
    index("audit_entries_action_idx").on(t.action, t.id),
  ],
);
