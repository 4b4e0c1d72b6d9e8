import { asc, eq, isNull } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database, type Queryable } from "@/server/db/client";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { users } from "@/server/db/schema/users";
import type { ScheduledBroadcast } from "../dto";

/** Every broadcast that waits for its time or could not go out, the next first: there are never many. */
export async function listScheduledBroadcasts(): Promise<ScheduledBroadcast[]> {
  const rows = await selectScheduled()
    .where(isNull(broadcasts.sentAt))
    .orderBy(asc(broadcasts.sendAt), asc(broadcasts.id));
  return rows.map(toScheduledBroadcast);
}

/** Broadcasts with who is to send them, still to be narrowed. */
export const selectScheduled = (db: Queryable = database().db) =>
  db
    .select({
      id: broadcasts.id,
      title: broadcasts.title,
      body: broadcasts.body,
      important: broadcasts.important,
      audience: broadcasts.audience,
      sentBy: userSummaryColumns,
      sendAt: broadcasts.sendAt,
      failure: broadcasts.failure,
    })
    .from(broadcasts)
    .leftJoin(users, eq(users.id, broadcasts.sentBy))
    .$dynamic();

type Row = Omit<ScheduledBroadcast, "sendAt"> & { sendAt: Date | null };

export function toScheduledBroadcast({ sendAt, ...row }: Row): ScheduledBroadcast {
  if (!sendAt) throw new Error("A broadcast waits for no time.");
  return { ...row, sendAt: sendAt.toISOString() };
}
