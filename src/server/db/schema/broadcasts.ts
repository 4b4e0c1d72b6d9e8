import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { jobs } from "./jobs";
import { users } from "./users";

export const broadcastAudiences = ["everybody", "admin", "moderator", "user"] as const;

/** A system message to many people at once: each gets it as a notification. */
export const broadcasts = pgTable(
  "broadcasts",
  {
    /** Made by the sender's client: sending again does nothing more. */
    id: uuid("id").primaryKey(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** Stands above the chat until it is read. */
    important: boolean("important").notNull(),
    /** Everybody, or those with one role. */
    audience: text("audience", { enum: broadcastAudiences }).notNull(),
    sentBy: uuid("sent_by").references(() => users.id, { onDelete: "set null" }),
    /** The work of handing it out. */
    jobId: uuid("job_id").references(() => jobs.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    check("broadcasts_audience_check", sql`${t.audience} in ('everybody', 'admin', 'moderator', 'user')`),
    index("broadcasts_created_idx").on(t.createdAt, t.id),
    index("broadcasts_job_idx").on(t.jobId),
    index("broadcasts_sent_by_idx").on(t.sentBy),
  ],
);
