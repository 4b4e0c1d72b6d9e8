import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { densities, themes, timeFormats } from "@/lib/appearance";
import { at } from "./columns";
import { users } from "./users";

/** What people chose for themselves. Somebody without a row has the defaults. */
export const userPreferences = pgTable(
  "user_preferences",
  {
    userId: uuid("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Others see what this person has read, and this person sees what others have read. */
    readReceipts: boolean("read_receipts").notNull().default(true),
    /** Others see whether this person is here and when they last were, and this person sees it of others. */
    showPresence: boolean("show_presence").notNull().default(true),
    theme: text("theme", { enum: themes }).notNull().default("system"),
    density: text("density", { enum: densities }).notNull().default("comfortable"),
    timeFormat: text("time_format", { enum: timeFormats }).notNull().default("language"),
    updatedAt: at("updated_at").notNull().defaultNow(),
  },
  (t) => [
    check("user_preferences_theme_check", sql`${t.theme} in ('system', 'light', 'dark')`),
    check("user_preferences_density_check", sql`${t.density} in ('comfortable', 'compact')`),
    check("user_preferences_time_format_check", sql`${t.timeFormat} in ('language', '12h', '24h')`),
  ],
);
