import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, bytea } from "./columns";
import { users } from "./users";

/** Only settings that somebody has changed have a row; the others follow their default. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").notNull(),
  updatedAt: at("updated_at").notNull().defaultNow(),
  updatedBy: uuid("updated_by").references(() => users.id, { onDelete: "set null" }),
});

/** The instance's logo in the sizes in which it is shown; no rows: the product's own is. */
export const instanceLogo = pgTable("instance_logo", {
  size: text("size", { enum: ["small", "large"] }).primaryKey(),
  /** SHA-256 of the picture, hexadecimal: its address, so that a new logo is a new address. */
  hash: text("hash").notNull().unique(),
  /** A PNG that this product has made. */
  png: bytea("png").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
});
