import { pgTable, text, uuid } from "drizzle-orm/pg-core";
import { messages } from "./messages";

/** What the page says of itself to which a message's first link leads. */
export const messageLinkPreviews = pgTable("message_link_previews", {
  messageId: uuid("message_id")
    .primaryKey()
    .references(() => messages.id, { onDelete: "cascade" }),
  url: text("url").notNull(),
  title: text("title").notNull(),
  description: text("description"),
  siteName: text("site_name"),
});
