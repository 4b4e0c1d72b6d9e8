import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, bytea } from "./columns";
import { sessions } from "./sessions";
import { users } from "./users";

/** Codes from an authenticator app (RFC 6238). The secrets are sealed: a copy of the database does not make codes. */
export const totpFactors = pgTable(
  "totp_factors",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What codes are checked against; null until the first code has proved that the app has it. */
    sealedSecret: bytea("sealed_secret"),
    confirmedAt: at("confirmed_at"),
    /** The time step of the last accepted code: it and all before it are used up. */
    lastUsedStep: bigint("last_used_step", { mode: "number" }),
    /** A secret that is being set up; it replaces the other when a code of it is shown. */
    pendingSecret: bytea("pending_secret"),
    pendingSession: uuid("pending_session"),
    pendingAt: at("pending_at"),
  },
  (t) => [
    check("totp_factors_confirmed_check", sql`(${t.sealedSecret} is null) = (${t.confirmedAt} is null)`),
    check("totp_factors_pending_check", sql`(${t.pendingSecret} is null) = (${t.pendingAt} is null)`),
  ],
);

/** What lets somebody in who has lost their device; each works once. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    codeHash: bytea("code_hash").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** Public keys of WebAuthn credentials. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    credentialId: text("credential_id").notNull().unique(),
    publicKey: bytea("public_key").notNull(),
    /** Authenticators that count must only ever count up: a lower number comes from a copy. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    transports: text("transports").array().notNull(),
    backedUp: boolean("backed_up").notNull(),
    name: text("name").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
    lastUsedAt: at("last_used_at"),
  },
  (t) => [index("passkeys_user_idx").on(t.userId, t.id)],
);

/**
 * Something that was begun and waits for its second half, once and for a few minutes: what an authenticator has to
 * sign. Bound to a session or to a browser by the hash of its cookie.
 */
export const authChallenges = pgTable(
  "auth_challenges",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    purpose: text("purpose", {
      enum: [
        "passkey_registration",
        "passkey_sign_in",
        /** somebody whom the provider vouches for owes a second factor */
        "provider_code",
        /** what the provider says next is to be linked to the account */
        "provider_link",
        /** the hash of a code that was mailed to whoever has no password */
        "mailed_code",
      ],
    }).notNull(),
    challenge: text("challenge").notNull(),
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    sessionId: uuid("session_id").references(() => sessions.id, { onDelete: "cascade" }),
    browserHash: bytea("browser_hash"),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [
    check(
      "auth_challenges_purpose_check",
      sql`${t.purpose} in ('passkey_registration', 'passkey_sign_in', 'provider_code', 'provider_link', 'mailed_code')`,
    ),
    check("auth_challenges_bound_check", sql`${t.userId} is not null or ${t.browserHash} is not null`),
    index("auth_challenges_user_idx").on(t.userId),
    index("auth_challenges_session_idx").on(t.sessionId),
    index("auth_challenges_browser_idx").on(t.browserHash),
    index("auth_challenges_expires_idx").on(t.expiresAt),
  ],
);
