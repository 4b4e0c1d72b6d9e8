import { inArray } from "drizzle-orm";
import { can } from "@/lib/permissions";
import { userChannelPrefix } from "@/lib/user-channel-prefix";
import { AppError } from "@/server/app-error";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { pusherServer } from "@/server/realtime/pusher-server";
import { getSettings, maintenanceOf } from "./get-settings";

/** When to ask again where nobody has said how long it takes, and the least and the most otherwise, in seconds. */
const retry = { unknown: 300, least: 30, most: 3_600 };
/** Sockets that are closed at the same time. */
const closedAtOnce = 16;

/** Seconds after which somebody may ask again; null for whom the instance is open: for all, or for its administrators. */
export async function closedFor(actor: Actor | null): Promise<number | null> {
  const maintenance = maintenanceOf(await getSettings());
  if (!maintenance || (actor && can(actor, "settings.manage"))) return null;
  if (!maintenance.until) return retry.unknown;
  const seconds = Math.ceil((Date.parse(maintenance.until) - Date.now()) / 1000);
  return Math.min(retry.most, Math.max(retry.least, seconds));
}

/** Throws MAINTENANCE, with the seconds to wait, for everybody but administrators while the instance is closed. */
export async function requireOpen(actor: Actor | null): Promise<void> {
  const seconds = await closedFor(actor);
  if (seconds !== null) throw new AppError("MAINTENANCE", { seconds });
}

/** Closes the sockets of everybody but administrators, whichever process they came through. */
export async function closeSocketsOfOthers(): Promise<void> {
  const channels = await pusherServer().listOccupied(userChannelPrefix);
  const online = channels.map((name) => name.slice(userChannelPrefix.length));
  if (online.length === 0) return;
  const people = await database()
    .db.select({ id: users.id, role: users.role })
    .from(users)
    .where(inArray(users.id, online));
  const others = people.filter((person) => !can(person, "settings.manage"));
  for (let i = 0; i < others.length; i += closedAtOnce) {
    await Promise.all(others.slice(i, i + closedAtOnce).map(({ id }) => pusherServer().disconnectUser(id)));
  }
}
