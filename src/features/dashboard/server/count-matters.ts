import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import { can, type Permission } from "@/lib/permissions";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { jobs } from "@/server/db/schema/jobs";
import { heldMessages } from "@/server/db/schema/message-filters";
import { reports } from "@/server/db/schema/reports";
import { securityEvents } from "@/server/db/schema/security";
import { users } from "@/server/db/schema/users";
import { jobsSchema } from "@/server/jobs/jobs-schema";
import { type Matter, type MatterKind, matterKinds, mattersMost } from "../dto";

const tasks = sql.raw(`${jobsSchema}.job`);

/** What waits, by whose matter it is, as a query of rows; `actorId` is whoever asks. */
const matters: Record<MatterKind, { permission: Permission; rows: (actorId: string) => SQL }> = {
  approvals: {
    permission: "people.review",
    rows: () => sql`select from ${users} where ${eq(users.status, "pending")}`,
  },
  reports: {
    permission: "reports.handle",
    rows: () => sql`select from ${reports} where ${reports.status} = 'open'`,
  },
  held: {
    permission: "reports.handle",
    rows: () => sql`select from ${heldMessages} where ${heldMessages.status} = 'waiting'`,
  },
  glass: {
    permission: "conversations.break-glass",
    // Nobody agrees to their own request.
    rows: (actorId) => sql`
      select from ${breakGlassGrants}
      where ${and(sql`${breakGlassGrants.status} = 'requested'`, ne(breakGlassGrants.requestedBy, actorId))}`,
  },
  events: {
    permission: "security.view",
    rows: () => sql`select from ${securityEvents} where ${isNull(securityEvents.acknowledgedAt)}`,
  },
  failedJobs: {
    permission: "jobs.view",
    rows: () => sql`select from ${jobs} where ${eq(jobs.state, "failed")}`,
  },
  failedTasks: { permission: "jobs.view", rows: () => sql`select from ${tasks} where state = 'failed'` },
};

/** How much waits for somebody of the actor's role, each counted to `mattersMost` and no further. One statement. */
export async function countMatters({ actor }: ActorContext): Promise<Matter[]> {
  const permitted = matterKinds.filter((kind) => can(actor, matters[kind].permission));
  if (permitted.length === 0) return [];
  const [row] = await database().db.execute<Record<MatterKind, number>>(
    countMattersQuery(permitted, actor.id),
  );
  return permitted.map((kind) => ({ kind, count: row?.[kind] ?? 0 }));
}

/** The statement of `countMatters`. */
export function countMattersQuery(kinds: readonly MatterKind[], actorId: string): SQL {
  const counts = kinds.map(
    (kind) => sql`
      (select count(*)::int from (${matters[kind].rows(actorId)} limit ${mattersMost}) as found)
      as ${sql.identifier(kind)}`,
  );
  return sql`select ${sql.join(counts, sql`, `)}`;
}
