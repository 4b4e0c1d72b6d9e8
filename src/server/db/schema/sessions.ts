import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, bytea, cidr, inet } from "./columns";
import { users } from "./users";

export const signInOutcomes = [
  "failed",
  "signed_in",
  "confirmed",
  "second_factor_missing",
  "second_factor_wrong",
  "not_active",
  "locked_out",
] as const;

/** How somebody proved at the beginning of a session who they are. */
export const signInMethods = [
  "password",
  "password_and_code",
  "passkey",
  "provider",
  "provider_and_code",
] as const;

/** A signed-in device. Tokens name a row here, so that ending the row ends every token of it. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** A browser holds a cookie, an API client a pair of tokens. */
    client: text("client", { enum: ["browser", "api"] })
      .notNull()
      .default("browser"),
    method: text("method", { enum: signInMethods }).notNull().default("password"),
    /** Where the session was last used from. */
    ip: inet("ip"),
    /** Two letters (ISO 3166); null where the address is nowhere in particular. */
    country: text("country"),
    userAgent: text("user_agent"),
    /** Tokens of a session count up; only the newest generation goes on. */
    generation: integer("generation").notNull().default(1),
    rotatedAt: at("rotated_at").notNull().defaultNow(),
    /** When the newest generation was first seen in use: from then on the one before it is worth an alarm. */
    confirmedAt: at("confirmed_at"),
    lastUsedAt: at("last_used_at").notNull().defaultNow(),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
    revokeReason: text("revoke_reason"),
  },
  (t) => [
    check("sessions_client_check", sql`${t.client} in ('browser', 'api')`),
    check(
      "sessions_method_check",
      sql`${t.method} in ('password', 'password_and_code', 'passkey', 'provider', 'provider_and_code')`,
    ),
    index("sessions_user_idx").on(t.userId),
    index("sessions_expires_idx").on(t.expiresAt),
    index("sessions_last_used_idx").on(t.lastUsedAt).where(sql`${t.revokedAt} is null`),
    index("sessions_ip_created_idx").on(t.ip, t.createdAt),
    index("sessions_live_idx").on(t.id).where(sql`${t.revokedAt} is null`),
    index("sessions_live_ip_idx").on(t.ip, t.id).where(sql`${t.revokedAt} is null`),
    index("sessions_live_country_idx").on(t.country, t.id).where(sql`${t.revokedAt} is null`),
  ],
);

/** Every attempt to sign in. What was typed is kept as a hash only: people type passwords there by mistake. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: at("at").notNull().defaultNow(),
    loginHash: bytea("login_hash").notNull(),
    /** The account that was meant, if there is one. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    ip: inet("ip"),
    country: text("country"),
    /** The registered range that the address belongs to. */
    network: cidr("network"),
    userAgent: text("user_agent"),
    outcome: text("outcome", { enum: signInOutcomes }).notNull(),
  },
  (t) => [
    check(
      "sign_in_attempts_outcome_check",
      sql`${t.outcome} in ('failed', 'signed_in', 'confirmed', 'second_factor_missing', 'second_factor_wrong', 'not_active', 'locked_out')`,
    ),
    index("sign_in_attempts_login_idx").on(t.loginHash, t.id),
    index("sign_in_attempts_ip_idx").on(t.ip, t.id),
    index("sign_in_attempts_user_idx").on(t.userId, t.id),
    index("sign_in_attempts_at_idx").on(t.at),
    index("sign_in_attempts_outcome_idx").on(t.outcome, t.id),
    index("sign_in_attempts_country_idx").on(t.country, t.id),
  ],
);
