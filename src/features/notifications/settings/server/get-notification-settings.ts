import { eq } from "drizzle-orm";
import { database, type Queryable } from "@/server/db/client";
import { notificationSettings } from "@/server/db/schema/notifications";
import type { NotificationSettings } from "../dto";

export const initialSettings: NotificationSettings = {
  level: "mentions",
  sounds: true,
  quietUntil: null,
  quietHours: [],
  timeZone: "UTC",
  pushText: true,
  digest: "off",
};

/** How a person wants to be told of things, or the defaults. */
export async function getNotificationSettings(
  userId: string,
  db: Queryable = database().db,
): Promise<NotificationSettings> {
  const [row] = await db.select().from(notificationSettings).where(eq(notificationSettings.userId, userId));
  return row ? toNotificationSettings(row) : initialSettings;
}

export function toNotificationSettings(row: typeof notificationSettings.$inferSelect): NotificationSettings {
  const { level, sounds, quietUntil, quietHours, timeZone, pushText, digest } = row;
  const until = quietUntil?.toISOString() ?? null;
  return { level, sounds, quietUntil: until, quietHours, timeZone, pushText, digest };
}
