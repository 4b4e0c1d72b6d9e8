import { readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { outbox } from "@/server/db/schema/outbox";
import { env } from "@/server/env";
import { jobsSchema } from "@/server/jobs/jobs-schema";
import { mailIsOn } from "@/server/mail/mail-server";
import { processSingleton } from "@/server/process-singleton";
import { pusherServer } from "@/server/realtime/pusher-server";
import type { Health } from "../dto";
import { pulseChannel } from "../events";

/** What the worker does every minute: by that one sees that it works. */
const everyMinute = "jobs.resume";
/** After so long without it something is wrong, in minutes. */
const lateMinutes = 3;
/** Counting events that wait ends here. */
const mostWaiting = 1_000;

/** How the parts are that this instance is made of. A part that does not answer is said to be ill, not thrown. */
export async function checkHealth(): Promise<Health> {
  const [database, realtime, disk] = await Promise.all([askDatabase(), askRealtime(), askDisk()]);
  return { ...database, realtime, disk, mail: mailIsOn(), version: version() };
}

async function askDatabase(): Promise<
  Pick<Health, "database" | "waitingEvents" | "workerAt" | "workerLate">
> {
  const begun = performance.now();
  const [row] = await database().db.execute<{
    bytes: string;
    waiting: number;
    worker_at: string | null;
    late: boolean | null;
  }>(sql`
    select pg_database_size(current_database()) as bytes,
      (select count(*)::int from (select from ${outbox} limit ${mostWaiting}) as found) as waiting,
      worker.at as worker_at, worker.at < now() - ${lateMinutes} * interval '1 minute' as late
    from (
      select max(completed_on) as at from ${sql.raw(`${jobsSchema}.job`)}
      where name = ${everyMinute} and state = 'completed'
    ) as worker`);
  return {
    database: { answerMs: Math.round(performance.now() - begun), bytes: Number(row?.bytes ?? 0) },
    waitingEvents: row?.waiting ?? 0,
    workerAt: row?.worker_at ? new Date(row.worker_at).toISOString() : null,
    // After a pause of the whole instance the first minute has to pass before anything can be late.
    workerLate: (row?.late ?? false) && process.uptime() > lateMinutes * 60,
  };
}

async function askRealtime(): Promise<Health["realtime"]> {
  const begun = performance.now();
  try {
    await pusherServer().listOccupied(pulseChannel);
    return { answerMs: Math.round(performance.now() - begun) };
  } catch {
    return null;
  }
}

/** The file system that holds the data folder, or would: with services elsewhere there may be none yet. */
async function askDisk(): Promise<Health["disk"]> {
  try {
    const { bavail, blocks, bsize } = await statfs(env().OFFCHAT_DATA_DIR).catch(() => statfs("."));
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return null;
  }
}

const version = () =>
  processSingleton("version", (): string => {
    const file = join(/* turbopackIgnore: true */ process.cwd(), "package.json");
    return JSON.parse(readFileSync(file, "utf8")).version;
  });
