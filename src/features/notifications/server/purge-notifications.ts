import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";

/** How long notifications stay in the centre, read or not. */
const keptDays = 90;
const batch = 5_000;

/** Takes away notifications that are too old to matter. */
export async function purgeNotifications(): Promise<{ purged: number }> {
  let purged = 0;
  for (;;) {
    const { count } = await database().db.execute(sql`
      delete from notifications where id in (
        select id from notifications where occurred_at < now() - make_interval(days => ${keptDays}::int)
        order by occurred_at limit ${batch}
      )`);
    purged += count;
    if (count < batch) return { purged };
  }
}
