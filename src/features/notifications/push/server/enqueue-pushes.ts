import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { notificationSettings, notifications, pushSubscriptions } from "@/server/db/schema/notifications";
import { presences } from "@/server/db/schema/presences";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { type Cause, shouldNotify } from "../../policy";
import { toNotificationSettings } from "../../settings/server/get-notification-settings";
import { sendPushJob } from "./jobs";
import { lasting } from "./list-push-devices";

/** Whoever used a device so lately sees what comes in there; in minutes. */
const hereMinutes = 5;

/** Whether the person is not here: what comes in would not be seen at once. */
const isAway = sql`not coalesce(${presences.online} and ${presences.activeAt} > now() - make_interval(mins => ${hereMinutes}::int), false)`;

/** Has a push sent, once, to each device of those whom new messages are to disturb and who are not here. */
export async function enqueuePushes(tx: Transaction, messageIds: string[]): Promise<void> {
  if (messageIds.length === 0) return;
  const rows = await tx.db
    .select({
      subscriptionId: pushSubscriptions.id,
      messageId: messages.id,
      kind: notifications.kind,
      conversationKind: conversations.kind,
      notificationLevel: conversationMembers.notificationLevel,
      mutedUntil: conversationMembers.mutedUntil,
      chosen: notificationSettings,
      timeZone: users.timeZone,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(
      conversationMembers,
      and(
        eq(conversationMembers.conversationId, messages.conversationId),
        ne(conversationMembers.userId, messages.authorId),
      ),
    )
    .innerJoin(pushSubscriptions, eq(pushSubscriptions.userId, conversationMembers.userId))
    .innerJoin(sessions, and(eq(sessions.id, pushSubscriptions.sessionId), lasting))
    .innerJoin(users, and(eq(users.id, pushSubscriptions.userId), eq(users.status, "active")))
    .leftJoin(presences, eq(presences.userId, users.id))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, users.id))
    .leftJoin(
      notifications,
      and(eq(notifications.userId, users.id), eq(notifications.key, sql`'message:' || ${messages.id}`)),
    )
    .where(
      and(
        inArray(messages.id, messageIds),
        ne(messages.kind, "system"),
        isNull(messages.deletedAt),
        or(isNull(messages.threadRootId), isNotNull(notifications.id)),
        isAway,
      ),
    );
  if (rows.length === 0) return;
  const instance = await getSettings();
  const now = new Date();
  for (const { subscriptionId, messageId, kind, conversationKind, chosen, timeZone, ...row } of rows) {
    const cause: Cause = kind ?? (conversationKind === "direct" ? "direct" : "message");
    const membership = { ...row, mutedUntil: row.mutedUntil?.toISOString() ?? null };
    const settings = toNotificationSettings(chosen, timeZone, instance);
    if (!shouldNotify({ cause, membership, settings, now })) continue;
    tx.enqueue(sendPushJob, { subscriptionId, messageId, kind: cause });
  }
}

/** As `enqueuePushes`, of a broadcast that somebody just got as a notification. */
export async function enqueueBroadcastPushes(
  tx: Transaction,
  { notificationId, userId }: { notificationId: string; userId: string },
): Promise<void> {
  const rows = await tx.db
    .select({ subscriptionId: pushSubscriptions.id, chosen: notificationSettings, timeZone: users.timeZone })
    .from(pushSubscriptions)
    .innerJoin(users, eq(users.id, pushSubscriptions.userId))
    .innerJoin(sessions, and(eq(sessions.id, pushSubscriptions.sessionId), lasting))
    .leftJoin(presences, eq(presences.userId, pushSubscriptions.userId))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, pushSubscriptions.userId))
    .where(and(eq(pushSubscriptions.userId, userId), isAway));
  if (rows.length === 0) return;
  const instance = await getSettings();
  const now = new Date();
  for (const { subscriptionId, chosen, timeZone } of rows) {
    const settings = toNotificationSettings(chosen, timeZone, instance);
    if (!shouldNotify({ cause: "broadcast", membership: null, settings, now })) continue;
    tx.enqueue(sendPushJob, { subscriptionId, notificationId });
  }
}
