import { sql } from "drizzle-orm";
import { pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** Who somebody is at an OpenID provider. The issuer and its subject name a person, an address never does. */
export const externalIdentities = pgTable(
  "external_identities",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    /** As which the provider knows them, for people to read; it decides nothing. */
    label: text("label"),
    createdAt: at("created_at").notNull().defaultNow(),
    lastUsedAt: at("last_used_at"),
  },
  (t) => [
    unique("external_identities_subject_unique").on(t.issuer, t.subject),
    unique("external_identities_user_unique").on(t.userId, t.issuer),
  ],
);
