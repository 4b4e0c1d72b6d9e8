import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { quoteLength } from "@/features/messages/excerpt";
import { getSetting } from "@/features/settings/server/get-settings";
import { negotiateLocale } from "@/lib/locales";
import { database } from "@/server/db/client";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { notificationSettings, notifications, pushSubscriptions } from "@/server/db/schema/notifications";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { type Described, deviceColumns, textsFor } from "./describe-push";
import { lasting } from "./list-push-devices";

const sender = alias(users, "sender");

/** What a device is to show of a broadcast, in its person's language; null once it was read or taken back. */
export async function describeBroadcastPush(push: {
  subscriptionId: string;
  notificationId: string;
}): Promise<Described | null> {
  const [row] = await database()
    .db.select({
      ...deviceColumns,
      id: notifications.id,
      title: broadcasts.title,
      excerpt: sql<string>`left(${broadcasts.body}, ${sql.raw(String(quoteLength))})`,
      actor: sender.displayName,
    })
    .from(pushSubscriptions)
    .innerJoin(sessions, and(eq(sessions.id, pushSubscriptions.sessionId), lasting))
    .innerJoin(users, and(eq(users.id, pushSubscriptions.userId), eq(users.status, "active")))
    .innerJoin(
      notifications,
      and(
        eq(notifications.id, push.notificationId),
        eq(notifications.userId, users.id),
        isNull(notifications.readAt),
      ),
    )
    .innerJoin(sender, eq(sender.id, notifications.actorId))
    .innerJoin(broadcasts, eq(broadcasts.id, notifications.broadcastId))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .where(eq(pushSubscriptions.id, push.subscriptionId));
  if (!row) return null;
  const { endpoint, p256dh, auth, id, title, excerpt, actor } = row;
  const { t } = await textsFor(negotiateLocale(row.locale ?? undefined, null));
  const showsText = row.pushText ?? (await getSetting("initialPushText"));
  const payload = showsText
    ? { title, body: excerpt }
    : { title: t("told.broadcast", { actor }), body: t("push.hidden") };
  return { endpoint, p256dh, auth, payload: { ...payload, tag: id, path: "/c" } };
}
