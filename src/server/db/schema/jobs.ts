import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at } from "./columns";
import { users } from "./users";

/** Work on many that somebody started in the console: what is to be done, and how far it has come. */
export const jobs = pgTable(
  "jobs",
  {
    id: uuid("id").primaryKey().default(sql`uuidv7()`),
    /** noun.verb, e.g. `people.approve` */
    kind: text("kind").notNull(),
    state: text("state", { enum: ["planned", "waiting", "running", "done", "cancelled", "failed"] })
      .notNull()
      .default("waiting"),
    /** What holds for all items, such as the reason. */
    input: jsonb("input").$type<Record<string, unknown>>().notNull(),
    /** Where it was started from: what its audit entries say. */
    origin: jsonb("origin").$type<JobOrigin>().notNull(),
    total: integer("total").notNull(),
    done: integer("done").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** Why the whole stopped, as a refusal's code. */
    problem: text("problem"),
    startedBy: uuid("started_by").references(() => users.id, { onDelete: "set null" }),
    /** The job whose changes this one takes back. */
    undoes: uuid("undoes")
      .unique()
      .references((): AnyPgColumn => jobs.id, { onDelete: "set null" }),
    createdAt: at("created_at").notNull().defaultNow(),
    /** When a worker last did something for it. */
    workedAt: at("worked_at").notNull().defaultNow(),
    finishedAt: at("finished_at"),
  },
  (t) => [
    check(
      "jobs_state_check",
      sql`${t.state} in ('planned', 'waiting', 'running', 'done', 'cancelled', 'failed')`,
    ),
    index("jobs_created_idx").on(t.createdAt, t.id),
    index("jobs_state_created_idx").on(t.state, t.createdAt, t.id),
    index("jobs_kind_created_idx").on(t.kind, t.createdAt, t.id),
  ],
);

export type JobOrigin = {
  requestId: string;
  ip: string | null;
  userAgent: string | null;
  sessionId: string | null;
};

/** What a job does something with, one by one. */
export const jobItems = pgTable(
  "job_items",
  {
    jobId: uuid("job_id")
      .notNull()
      .references(() => jobs.id, { onDelete: "cascade" }),
    position: integer("position").notNull(),
    /** Whom it concerns; absent where that is not known before it is done. */
    targetId: uuid("target_id"),
    label: text("label").notNull(),
    /** What is to become of this one, where somebody looks at that before the job begins. */
    plan: text("plan"),
    /** What is to be done with this one, where that differs from item to item. */
    input: jsonb("input").$type<Record<string, unknown>>(),
    state: text("state", { enum: ["waiting", "done", "failed"] })
      .notNull()
      .default("waiting"),
    /** Why it was not done, as a refusal's code. */
    problem: text("problem"),
    /** What was before, for taking it back; absent where nothing was changed. */
    before: jsonb("before").$type<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.position] }),
    check("job_items_state_check", sql`${t.state} in ('waiting', 'done', 'failed')`),
    index("job_items_state_idx").on(t.jobId, t.state, t.position),
    index("job_items_undoable_idx").on(t.jobId).where(sql`${t.state} = 'done' and ${t.before} is not null`),
  ],
);
