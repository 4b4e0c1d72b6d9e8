import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";

/** Work that one process at a time does, and which one has it until when. */
export const leases = pgTable("leases", {
  name: text("name").primaryKey(),
  holder: uuid("holder").notNull(),
  expiresAt: at("expires_at").notNull(),
});
