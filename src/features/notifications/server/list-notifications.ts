import { and, eq, not, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { notifications } from "@/server/db/schema/notifications";
import type { NotificationPage } from "../dto";
import type { ListNotificationsInput } from "../input";
import { isRead, selectNotifications, toNotification } from "./notifications-query";

/** What concerned the actor, the latest first, one keyset page at a time; nothing that they may not see any more. */
export async function listNotifications(
  ctx: ActorContext,
  input: ListNotificationsInput,
): Promise<NotificationPage> {
  const { limit } = input;
  const rows = await notificationsQuery(ctx.actor.id, input);
  const page = rows.slice(0, limit).map(toNotification);
  const last = page.at(-1);
  return {
    notifications: page,
    nextCursor: rows.length > limit && last ? { occurredAt: last.occurredAt, id: last.id } : null,
  };
}

/** The statement of `listNotifications`, whose plan a test reads. */
export function notificationsQuery(userId: string, { unread, cursor, limit }: ListNotificationsInput) {
  const before =
    cursor &&
    sql`(${notifications.occurredAt}, ${notifications.id}) < (${cursor.occurredAt}::timestamptz, ${cursor.id}::uuid)`;
  const unreadOnly = unread ? and(sql`${notifications.readAt} is null`, not(isRead)) : undefined;
  return selectNotifications(
    database().db,
    and(eq(notifications.userId, userId), before ?? undefined, unreadOnly),
  ).limit(limit + 1);
}
