import { inArray } from "drizzle-orm";
import { database } from "@/server/db/client";
import { presences } from "@/server/db/schema/presences";
import type { Presence } from "../dto";
import { presenceColumns, toPresence } from "./to-dto";

/** How people are, in the order asked for; whoever was never here is offline. */
export async function listPresences(userIds: string[]): Promise<Presence[]> {
  const rows = await database()
    .db.select(presenceColumns)
    .from(presences)
    .where(inArray(presences.userId, userIds));
  const now = new Date();
  const known = new Map(rows.map((row) => [row.userId, toPresence(row, now)]));
  return userIds.map((userId) => known.get(userId) ?? neverSeen(userId));
}

const neverSeen = (userId: string): Presence => ({
  userId,
  state: "offline",
  lastSeenAt: null,
  status: null,
  revision: 0,
});
