import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import { database } from "@/server/db/client";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { jobs } from "@/server/db/schema/jobs";
import { users } from "@/server/db/schema/users";
import type { BroadcastPage } from "../dto";
import type { ListBroadcastsInput } from "../input";

/** Every broadcast with how far it has come, the latest first, one keyset page at a time. */
export async function listBroadcasts({ cursor, limit }: ListBroadcastsInput): Promise<BroadcastPage> {
  const counted = (what: string) =>
    sql<number>`(select ${sql.raw(what)}::int from notifications n where n.broadcast_id = ${broadcasts.id})`;
  const rows = await database()
    .db.select({
      id: broadcasts.id,
      title: broadcasts.title,
      body: broadcasts.body,
      important: broadcasts.important,
      audience: broadcasts.audience,
      sentBy: userSummaryColumns,
      jobId: broadcasts.jobId,
      total: sql<number>`coalesce(${jobs.total}, 0)`,
      delivered: counted("count(*)"),
      read: counted("count(n.read_at)"),
      sentAt: sql<Date>`${broadcasts.sentAt}`.mapWith(broadcasts.sentAt),
    })
    .from(broadcasts)
    .leftJoin(users, eq(users.id, broadcasts.sentBy))
    .leftJoin(jobs, eq(jobs.id, broadcasts.jobId))
    .where(
      and(
        isNotNull(broadcasts.sentAt),
        cursor
          ? sql`(${broadcasts.sentAt}, ${broadcasts.id}) < (${cursor.sentAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(broadcasts.sentAt), desc(broadcasts.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit).map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
  const last = page.at(-1);
  return {
    broadcasts: page,
    nextCursor: rows.length > limit && last ? { sentAt: last.sentAt, id: last.id } : null,
  };
}
