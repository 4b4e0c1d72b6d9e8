import { eq } from "drizzle-orm";
import type { Settings } from "@/features/settings/dto";
import { getSettings } from "@/features/settings/server/get-settings";
import { database, type Queryable } from "@/server/db/client";
import { notificationSettings } from "@/server/db/schema/notifications";
import { users } from "@/server/db/schema/users";
import type { NotificationSettings } from "../dto";

/** How a person wants to be told of things; what they have not chosen is as the instance has it. */
export async function getNotificationSettings(
  userId: string,
  db: Queryable = database().db,
): Promise<NotificationSettings> {
  const instance = await getSettings();
  const [person] = await db
    .select({ chosen: notificationSettings, timeZone: users.timeZone })
    .from(users)
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .where(eq(users.id, userId));
  return toNotificationSettings(person?.chosen ?? null, person?.timeZone ?? null, instance);
}

/** What somebody chose, and for everything else their profile's time zone and the instance's settings. */
export function toNotificationSettings(
  chosen: typeof notificationSettings.$inferSelect | null,
  timeZone: string | null,
  instance: Settings,
): NotificationSettings {
  return {
    level: chosen?.level ?? instance.initialNotificationLevel,
    sounds: chosen?.sounds ?? instance.initialSounds,
    quietUntil: chosen?.quietUntil?.toISOString() ?? null,
    quietHours: chosen?.quietHours ?? [],
    timeZone: chosen?.timeZone ?? timeZone ?? "UTC",
    pushText: chosen?.pushText ?? instance.initialPushText,
    digest: chosen?.digest ?? instance.initialDigest,
  };
}
