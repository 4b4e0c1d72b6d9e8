import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { JobKind, WorkItem } from "@/features/jobs/server/job-kind";
import type { NotificationEvents } from "@/features/notifications/events";
import { enqueueBroadcastPushes } from "@/features/notifications/push/server/enqueue-pushes";
import { announceNotifications } from "@/features/notifications/server/announce-notifications";
import { userChannel } from "@/features/users/channels";
import { AppError } from "@/server/app-error";
import type { Queryable } from "@/server/db/client";
import { notifications } from "@/server/db/schema/notifications";
import { transaction } from "@/server/db/transaction";

const broadcastInput = z.object({ broadcastId: z.uuid() });
const delivery = z.object({ notificationId: z.uuid() });
const userIdOf = (item: WorkItem) => z.uuid().parse(item.targetId);

/** Hands a broadcast out, to each person once; taken back, it is gone from their notifications. */
export const broadcastKind: JobKind = {
  kind: "broadcasts.deliver",
  permission: "broadcasts.send",
  run: (ctx, item, input) =>
    transaction(ctx, async (tx) => {
      const { broadcastId } = broadcastInput.parse(input);
      const userId = userIdOf(item);
      const [made] = await tx.db.execute<{ id: string }>(sql`
        insert into notifications (user_id, key, kind, actor_id, broadcast_id)
        select u.id, 'broadcast:' || ${broadcastId}::text, 'broadcast', ${ctx.actor.id}::uuid, ${broadcastId}::uuid
        from users u where u.id = ${userId} and u.status = 'active'
        on conflict (user_id, key) do nothing
        returning id`);
      if (!made) throw new AppError((await hasIt(tx.db, userId, broadcastId)) ? "ALREADY_DONE" : "NOT_FOUND");
      await announceNotifications(tx, [made.id]);
      await enqueueBroadcastPushes(tx, { notificationId: made.id, userId });
      return { notificationId: made.id };
    }),
  undo: (ctx, item, before) =>
    transaction(ctx, async (tx) => {
      const { notificationId } = delivery.parse(before);
      await tx.db.delete(notifications).where(eq(notifications.id, notificationId));
      const data: NotificationEvents["notifications.read"] = { ids: [notificationId] };
      tx.emit({ channels: [userChannel(userIdOf(item))], name: "notifications.read", data });
    }),
};

async function hasIt(db: Queryable, userId: string, broadcastId: string): Promise<boolean> {
  const rows = await db
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.broadcastId, broadcastId)));
  return rows.length > 0;
}
