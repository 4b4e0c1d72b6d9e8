import { type SQL, sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { locales } from "@/lib/locales";
import { at, bytea, citext } from "./columns";

export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    /** Absent for imported people until an administrator invites them. */
    email: citext("email").unique(),
    username: citext("username").notNull().unique(),
    displayName: text("display_name").notNull(),
    /** When somebody proved that the address is theirs, or who vouches for it did; null: nobody has. */
    emailVerifiedAt: at("email_verified_at"),
    passwordHash: text("password_hash"),
    role: text("role", { enum: ["admin", "moderator", "user"] })
      .notNull()
      .default("user"),
    status: text("status", {
      enum: ["pending", "active", "suspended", "banned", "rejected", "deactivated"],
    }).notNull(),
    /** Why the account has its status, in the words of whoever decided; the person is told. */
    statusReason: text("status_reason"),
    /** When a suspension ends by itself. */
    suspendedUntil: at("suspended_until"),
    /** An administrator demands a second factor of this person, whatever the instance demands of their role. */
    secondFactorRequired: boolean("second_factor_required").notNull().default(false),
    /** The present password no longer lets in: the person chooses a new one by a link. */
    passwordResetRequired: boolean("password_reset_required").notNull().default(false),
    /** Where the person last signed in: two letters (ISO 3166); null where that is nowhere in particular. */
    lastCountry: text("last_country"),
    bio: text("bio").notNull().default(""),
    /** The language of mail to this person; null: the product's first one. */
    locale: text("locale", { enum: locales }),
    /** Others see the person's local time by it. */
    timeZone: text("time_zone"),
    /** When the account was deleted: the row stays for what the person wrote, and says nothing about them. */
    erasedAt: at("erased_at"),
    /** Names the person in the system they were imported from; makes an import repeatable. */
    importKey: text("import_key").unique(),
    /** What the console filters by, from here and other tables; triggers keep the latter two true. */
    imported: boolean("imported")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`import_key is not null`),
    hasSecondFactor: boolean("has_second_factor").notNull().default(false),
    /** One of the person's devices has been connected at some time. */
    beenHere: boolean("been_here").notNull().default(false),
    createdAt: at("created_at").notNull().defaultNow(),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    check("users_suspended_until_check", sql`${t.suspendedUntil} is null or ${t.status} = 'suspended'`),
    check("users_role_check", sql`${t.role} in ('admin', 'moderator', 'user')`),
    check(
      "users_status_check",
      sql`${t.status} in ('pending', 'active', 'suspended', 'banned', 'rejected', 'deactivated')`,
    ),
    index("users_status_created_idx").on(t.status, t.createdAt, t.id),
    index("users_created_idx").on(t.createdAt, t.id),
    index("users_role_created_idx").on(t.role, t.createdAt, t.id),
    index("users_country_created_idx").on(t.lastCountry, t.createdAt, t.id),
    index("users_name_idx").on(t.displayName, t.id),
    index("users_imported_idx").on(t.createdAt, t.id).where(sql`${t.imported}`),
    index("users_not_imported_idx").on(t.createdAt, t.id).where(sql`not ${t.imported}`),
    index("users_second_factor_created_idx").on(t.hasSecondFactor, t.createdAt, t.id),
    // For what matches few together, however many each matches alone; `users_together` tells the planner how many.
    index("users_together_idx").using(
      "gin",
      ...([t.status, t.role, t.imported, t.hasSecondFactor, t.beenHere, t.lastCountry] as const),
    ),
    index("users_active_name_idx").on(t.displayName, t.id).where(sql`${t.status} = 'active'`),
    index("users_name_search_idx").using("gin", sql`(${t.username} || ' ' || ${t.displayName}) gin_trgm_ops`),
    // Without accents, for jumping to people; pairs of characters for names in scripts without spaces.
    index("users_folded_name_idx").using(
      "gin",
      sql`search_name(${t.username} || ' ' || ${t.displayName}) gin_trgm_ops`,
    ),
    index("users_name_pairs_idx").using("gin", sql`search_bigrams(${t.displayName})`),
    index("users_email_search_idx").using("gin", sql`(${t.email}::text) gin_trgm_ops`),
  ],
);

export const accountLinkPurposes = [
  "first_admin",
  /** for an account that an import made */
  "invitation",
  /** for somebody who has no account */
  "email_invitation",
  "email_verification",
  "email_change",
  "password_reset",
] as const;

/** One-time links, each for one purpose. Only a hash of the secret is kept. */
export const accountLinks = pgTable(
  "account_links",
  {
    tokenHash: bytea("token_hash").primaryKey(),
    purpose: text("purpose", { enum: accountLinkPurposes }).notNull(),
    /** The existing account that the link is for. */
    userId: uuid("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The address that the link was sent to, where having received it proves something. */
    email: citext("email"),
    createdBy: uuid("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    expiresAt: at("expires_at").notNull(),
    usedAt: at("used_at"),
  },
  (t) => [
    check(
      "account_links_purpose_check",
      sql`${t.purpose} in ('first_admin', 'invitation', 'email_invitation', 'email_verification', 'email_change', 'password_reset')`,
    ),
    check(
      "account_links_user_check",
      sql`(${t.purpose} in ('first_admin', 'email_invitation')) = (${t.userId} is null)`,
    ),
    index("account_links_user_idx").on(t.userId),
    index("account_links_expires_idx").on(t.expiresAt),
  ],
);
