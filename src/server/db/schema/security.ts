import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { at, cidr, inet } from "./columns";
import { users } from "./users";

/** Networks that may not reach the product, or that no block holds back. A single address is a network of one. */
export const ipRules = pgTable(
  "ip_rules",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    network: cidr("network").notNull(),
    kind: text("kind", { enum: ["block", "allow"] }).notNull(),
    reason: text("reason").notNull(),
    /** Made by a rule about suspicious activity, not by a person. */
    automatic: boolean("automatic").notNull().default(false),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    /** Processes read the rules anew when the latest change or their number differs from what they hold. */
    changedAt: at("changed_at").notNull().defaultNow(),
    expiresAt: at("expires_at"),
    hits: bigint("hits", { mode: "number" }).notNull().default(0),
    lastHitAt: at("last_hit_at"),
  },
  (t) => [
    check("ip_rules_kind_check", sql`${t.kind} in ('block', 'allow')`),
    unique("ip_rules_network_key").on(t.network),
    index("ip_rules_network_idx").using("gist", sql`${t.network} inet_ops`),
    index("ip_rules_changed_idx").on(t.changedAt),
    index("ip_rules_expires_idx").on(t.expiresAt).where(sql`${t.expiresAt} is not null`),
  ],
);

/** Something that looks like an attack. What repeats within an hour about the same subject is counted, not repeated. */
export const securityEvents = pgTable(
  "security_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    kind: text("kind").notNull(),
    /** How alarming it is, from 0 to 100. */
    score: smallint("score").notNull(),
    /** What is counted together: an address, a person, a session. */
    subject: text("subject").notNull(),
    hour: at("hour").notNull(),
    times: integer("times").notNull().default(1),
    at: at("at").notNull().defaultNow(),
    lastAt: at("last_at").notNull().defaultNow(),
    ip: inet("ip"),
    country: text("country"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    facts: jsonb("facts").notNull().default({}),
    /** Until when the address was blocked because of it. */
    blockedUntil: at("blocked_until"),
    acknowledgedAt: at("acknowledged_at"),
    acknowledgedBy: uuid("acknowledged_by").references(() => users.id, { onDelete: "set null" }),
  },
  (t) => [
    unique("security_events_subject_key").on(t.kind, t.subject, t.hour),
    index("security_events_kind_idx").on(t.kind, t.id),
    index("security_events_user_idx").on(t.userId, t.id),
    index("security_events_ip_idx").on(t.ip, t.id),
    index("security_events_open_idx").on(t.id).where(sql`${t.acknowledgedAt} is null`),
    index("security_events_at_idx").on(t.at),
  ],
);

/** How often rate limits refused somebody, by the hour. */
export const rateLimitRefusals = pgTable(
  "rate_limit_refusals",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    rule: text("rule").notNull(),
    scope: text("scope", { enum: ["person", "address", "subnet"] }).notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The address, or the network around it. */
    network: inet("network"),
    hour: at("hour").notNull(),
    times: integer("times").notNull(),
    lastAt: at("last_at").notNull().defaultNow(),
  },
  (t) => [
    unique("rate_limit_refusals_key").on(t.hour, t.rule, t.scope, t.userId, t.network).nullsNotDistinct(),
    index("rate_limit_refusals_last_idx").on(t.lastAt, t.id),
    index("rate_limit_refusals_user_idx").on(t.userId),
  ],
);
