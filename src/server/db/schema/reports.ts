import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at } from "./columns";
import { conversations } from "./conversations";
import { messages } from "./messages";
import { users } from "./users";

/** A message as it was when it was reported. */
type EvidenceMessage = {
  id: string;
  author: { id: string; username: string; displayName: string };
  body: string;
  createdAt: string;
  editedAt: string | null;
};

/** People's complaints about a message or a person. What was reported is kept as it was at that time. */
export const reports = pgTable(
  "reports",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    kind: text("kind", { enum: ["message", "user"] }).notNull(),
    reporterId: uuid("reporter_id").references(() => users.id, { onDelete: "set null" }),
    /** The person, or the message's author. */
    reportedUserId: uuid("reported_user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid("conversation_id").references(() => conversations.id, { onDelete: "set null" }),
    messageId: uuid("message_id").references(() => messages.id, { onDelete: "set null" }),
    category: text("category").notNull(),
    text: text("text").notNull().default(""),
    /** Of a message: what it said, and the messages around it as far as the reporter gave them along. */
    evidence: jsonb("evidence").$type<{ message: EvidenceMessage; around: EvidenceMessage[] }>(),
    status: text("status", { enum: ["open", "closed"] })
      .notNull()
      .default("open"),
    outcome: text("outcome", { enum: ["dismissed", "warned", "removed", "suspended"] }),
    assigneeId: uuid("assignee_id").references(() => users.id, { onDelete: "set null" }),
    /** What the reporter is told besides the outcome. */
    answer: text("answer"),
    createdAt: at("created_at").notNull().defaultNow(),
    closedAt: at("closed_at"),
    closedBy: uuid("closed_by").references(() => users.id, { onDelete: "set null" }),
    /** When the reporter put the outcome away. */
    outcomeSeenAt: at("outcome_seen_at"),
  },
  (t) => [
    check("reports_kind_check", sql`${t.kind} in ('message', 'user')`),
    check("reports_status_check", sql`${t.status} in ('open', 'closed')`),
    check("reports_evidence_check", sql`(${t.kind} = 'message') = (${t.evidence} is not null)`),
    check(
      "reports_closed_check",
      sql`(${t.status} = 'closed') = (${t.closedAt} is not null) and (${t.closedAt} is null) = (${t.outcome} is null)`,
    ),
    uniqueIndex("reports_once_a_message_idx").on(t.messageId, t.reporterId),
    uniqueIndex("reports_once_a_person_idx")
      .on(t.reportedUserId, t.reporterId)
      .where(sql`${t.kind} = 'user' and ${t.status} = 'open'`),
    index("reports_open_idx").on(t.createdAt, t.id).where(sql`${t.status} = 'open'`),
    index("reports_closed_idx").on(t.closedAt, t.id).where(sql`${t.status} = 'closed'`),
    index("reports_assignee_idx").on(t.assigneeId, t.createdAt, t.id).where(sql`${t.status} = 'open'`),
    index("reports_reported_idx").on(t.reportedUserId, t.createdAt),
    index("reports_reporter_idx").on(t.reporterId, t.createdAt),
    index("reports_conversation_idx").on(t.conversationId),
    index("reports_untold_idx")
      .on(t.reporterId, t.closedAt)
      .where(sql`${t.status} = 'closed' and ${t.outcomeSeenAt} is null`),
  ],
);

/** What moderators told people about their conduct; each is shown until it is acknowledged. */
export const warnings = pgTable(
  "warnings",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    reportId: uuid("report_id").references(() => reports.id, { onDelete: "set null" }),
    text: text("text").notNull(),
    issuedBy: uuid("issued_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    acknowledgedAt: at("acknowledged_at"),
  },
  (t) => [index("warnings_user_idx").on(t.userId, t.createdAt), index("warnings_report_idx").on(t.reportId)],
);

/** Texts that moderators answer reporters with. */
export const answerTemplates = pgTable("answer_templates", {
  id: uuid("id").primaryKey().default(sql`uuidv7()`),
  title: text("title").notNull().unique(),
  body: text("body").notNull(),
  updatedBy: uuid("updated_by").references(() => users.id, { onDelete: "set null" }),
  updatedAt: at("updated_at").notNull().defaultNow(),
});
