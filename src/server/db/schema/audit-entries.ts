import { type SQL, sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, inet, tsvector } from "./columns";

/**
 * Who did what, to what, from where. Append-only: triggers refuse UPDATE and TRUNCATE, and any DELETE but that of the
 * retention. No foreign keys: an entry outlives what it speaks of.
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
    /** The country that the address belongs to, where that is known: two letters (ISO 3166). */
    country: text("country"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    targetType: text("target_type").notNull(),
    targetId: text("target_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    reason: text("reason"),
    /** What an entry is found by: the words of its reason, and the keys and values of what changed. */
    words: tsvector("words").generatedAlwaysAs((): SQL => sql`audit_words(reason, before, after)`),
  },
  (t) => [
    index("audit_entries_at_idx").on(t.at, t.id),
    index("audit_entries_actor_idx").on(t.actorId, t.at, t.id),
    index("audit_entries_target_idx").on(t.targetType, t.targetId, t.at, t.id),
    index("audit_entries_action_idx").on(t.action, t.at, t.id),
    index("audit_entries_ip_idx").on(t.ip, t.at, t.id),
    index("audit_entries_country_idx").on(t.country, t.at, t.id).where(sql`${t.country} is not null`),
    index("audit_entries_session_idx").on(t.sessionId, t.at, t.id),
    index("audit_entries_request_idx").on(t.requestId),
    index("audit_entries_words_idx").using("gin", t.words),
  ],
);
