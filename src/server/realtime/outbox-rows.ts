import { database } from "@/server/db/client";
import type { StoredEvent } from "./event";

/** Up to 500 events that have waited in the outbox for longer than `olderThanMs`, oldest first. */
export async function listUnpublished(olderThanMs: number): Promise<StoredEvent[]> {
  const rows = await database().sql<{ id: string; channels: string[]; event: string; data: unknown }[]>`
    select id, channels, event, data from outbox
    where created_at < now() - ${olderThanMs} * interval '1 millisecond'
    order by created_at, id limit 500`;
  return rows.map((r) => ({ id: Number(r.id), channels: r.channels, name: r.event, data: r.data }));
}

/** Takes published events off the outbox. */
export async function deletePublished(ids: number[]): Promise<void> {
  await database().sql`delete from outbox where id = any(${ids}::bigint[])`;
}
