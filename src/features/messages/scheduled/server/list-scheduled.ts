import { and, asc, eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { scheduledMessages as table } from "@/server/db/schema/drafts";
import type { ScheduledPage } from "../dto";
import type { ListScheduledInput } from "../input";
import { scheduledColumns, toScheduled } from "./to-dto";

/** The actor's messages that wait or that could not be sent, the next first, one keyset page at a time. */
export async function listScheduled(ctx: ActorContext, input: ListScheduledInput): Promise<ScheduledPage> {
  const { cursor, limit } = input;
  const rows = await database()
    .db.select(scheduledColumns)
    .from(table)
    .where(
      and(
        eq(table.authorId, ctx.actor.id),
        cursor
          ? sql`(${table.sendAt}, ${table.id}) > (${cursor.sendAt}::timestamptz, ${cursor.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(table.sendAt), asc(table.id))
    .limit(limit + 1);
  const scheduled = rows.slice(0, limit).map(toScheduled);
  const last = scheduled.at(-1);
  return {
    scheduled,
    nextCursor: rows.length > limit && last ? { sendAt: last.sendAt, id: last.id } : null,
  };
}
