import { and, gte, ne, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { processSingleton } from "@/server/process-singleton";
import type { Pulse } from "../dto";

/** Minutes that are shown. */
const shown = 60;
/** A minute counts as over, and is not counted anew, once so many have passed: transactions commit late. */
const settled = 2;
const minuteMs = 60_000;

/** Counts of minutes that are over, by minute since 1970. */
const known = () => processSingleton("messages-by-minute", () => new Map<number, number>());

/**
 * How many messages people sent in each of the last 60 minutes, over the whole instance. What is over is remembered by
 * this process, so that a glance reads no more than the last few minutes.
 */
export async function countMinutes(now = Date.now()): Promise<Pick<Pulse, "minutes" | "minute">> {
  const current = Math.floor(now / minuteMs);
  const first = current - shown + 1;
  const counts = known();
  for (const minute of counts.keys()) if (minute < first) counts.delete(minute);
  let from = first;
  while (counts.has(from)) from++;
  const rows = await countMinutesQuery(new Date(from * minuteMs));
  const found = new Map(rows.map(({ minute, sent }) => [minute, sent]));
  for (let minute = from; minute <= current - settled; minute++) counts.set(minute, found.get(minute) ?? 0);
  const minutes = Array.from({ length: shown }, (_, i) => found.get(first + i) ?? counts.get(first + i) ?? 0);
  return { minutes, minute: new Date(current * minuteMs).toISOString() };
}

/** The statement of `countMinutes`: minutes since 1970 in which something was sent, and how much. */
export function countMinutesQuery(from: Date) {
  const minute = sql<number>`floor(extract(epoch from ${messages.createdAt}) / 60)::int`.as("minute");
  return database()
    .db.select({ minute, sent: sql<number>`count(*)::int` })
    .from(messages)
    .where(and(gte(messages.createdAt, from), ne(messages.kind, "system")))
    .groupBy(minute);
}
