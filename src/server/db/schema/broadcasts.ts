import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ErrorCode } from "@/lib/error-codes";
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
    /** When it is to go out; null: at once. */
    sendAt: at("send_at"),
    /** When its handing out began; null: it waits. */
    sentAt: at("sent_at"),
    /** Why it could not go out: it waits no longer, until somebody takes it away. */
    failure: jsonb("failure").$type<{ code: ErrorCode; details: Record<string, string | number> }>(),
    createdAt: at("created_at").notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    check("broadcasts_audience_check", sql`${t.audience} in ('everybody', 'admin', 'moderator', 'user')`),
    check("broadcasts_time_check", sql`${t.sentAt} is not null or ${t.sendAt} is not null`),
    index("broadcasts_sent_idx").on(t.sentAt, t.id),
    index("broadcasts_waiting_idx").on(t.sendAt, t.id).where(sql`${t.sentAt} is null`),
    index("broadcasts_job_idx").on(t.jobId),
    index("broadcasts_sent_by_idx").on(t.sentBy),
  ],
);
