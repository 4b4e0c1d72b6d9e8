import { inArray } from "drizzle-orm";
import type { Role } from "@/lib/permissions";
import { userChannelPrefix } from "@/lib/user-channel-prefix";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { pusherServer } from "@/server/realtime/pusher-server";

/** What there is to know of somebody who is connected. */
export type Connected = { id: string; role: Role; hasSecondFactor: boolean };

/** Sockets that are closed at the same time. */
const closedAtOnce = 16;

/** Closes the sockets of those who are `shutOut`, whichever process they came through. */
export async function closeSockets(shutOut: (person: Connected) => boolean): Promise<void> {
  const channels = await pusherServer().listOccupied(userChannelPrefix);
  const online = channels.map((name) => name.slice(userChannelPrefix.length));
  if (online.length === 0) return;
  const people = await database()
    .db.select({ id: users.id, role: users.role, hasSecondFactor: users.hasSecondFactor })
    .from(users)
    .where(inArray(users.id, online));
  const others = people.filter(shutOut);
  for (let i = 0; i < others.length; i += closedAtOnce) {
    await Promise.all(others.slice(i, i + closedAtOnce).map(({ id }) => pusherServer().disconnectUser(id)));
  }
}
