import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";

/** How long a held message is kept after the decision: whoever was refused one can read why meanwhile. */
const keptDays = 90;
const batch = 5_000;

/** Deletes held messages that were decided long ago. Those that wait stay until somebody decides. Returns how many. */
export async function purgeHeld(): Promise<{ purged: number }> {
  for (let purged = 0; ; ) {
    const { count } = await database().db.execute(sql`
      delete from held_messages where id in (
        select id from held_messages
        where status <> 'waiting' and decided_at < now() - make_interval(days => ${keptDays}::int)
        order by decided_at limit ${batch})`);
    purged += count;
    if (count < batch) return { purged };
  }
}
