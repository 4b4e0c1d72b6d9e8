import { inArray } from "drizzle-orm";
import { listWithoutPresence } from "@/features/users/server/get-preferences";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { presences } from "@/server/db/schema/presences";
import type { Presence } from "../dto";
import { presenceColumns, toPresence, withoutState } from "./to-dto";

/**
 * How people are, in the order asked for; whoever was never here is offline. Whether others are here is told to those
 * only who share it themselves, and of those only who do.
 */
export async function listPresences({ actor }: ActorContext, userIds: string[]): Promise<Presence[]> {
  const [rows, hidden] = await Promise.all([
    database().db.select(presenceColumns).from(presences).where(inArray(presences.userId, userIds)),
    listWithoutPresence([...userIds, actor.id]),
  ]);
  const now = new Date();
  const known = new Map(rows.map((row) => [row.userId, toPresence(row, now)]));
  return userIds.map((userId) => {
    const presence = known.get(userId) ?? neverSeen(userId);
    const concealed = hidden.has(userId) || hidden.has(actor.id);
    return concealed && userId !== actor.id ? withoutState(presence) : presence;
  });
}

const neverSeen = (userId: string): Presence => ({
  userId,
  state: "offline",
  lastSeenAt: null,
  status: null,
  revision: 0,
});
