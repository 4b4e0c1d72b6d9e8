import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";

/** How long a job that came to its end can be looked at, and taken back. */
const keptDays = 90;
/** How long a plan waits to be begun: what it was made from is other by then. */
const plansKeptDays = 7;
const batch = 200;

/** Deletes jobs that ended long ago with what they did to each, and plans that nobody began. Returns how many. */
export async function purgeJobs(): Promise<{ ended: number; plans: number }> {
  const { db } = database();
  const purge = async (old: ReturnType<typeof sql>) => {
    for (let purged = 0; ; ) {
      const { count } = await db.execute(sql`
        delete from jobs where id in (select id from jobs where ${old} order by created_at limit ${batch})`);
      purged += count;
      if (count < batch) return purged;
    }
  };
  return {
    ended: await purge(sql`finished_at < now() - make_interval(days => ${keptDays}::int)`),
    plans: await purge(
      sql`state = 'planned' and created_at < now() - make_interval(days => ${plansKeptDays}::int)`,
    ),
  };
}
