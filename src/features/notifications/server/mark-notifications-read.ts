import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { userChannel } from "@/features/users/channels";
import type { ActorContext } from "@/server/context";
import { notifications } from "@/server/db/schema/notifications";
import { transaction } from "@/server/db/transaction";
import type { NotificationEvents } from "../events";
import type { MarkNotificationsReadInput } from "../input";

/** The actor dealt with these notifications, on all their devices. Those of others stay as they are. */
export function markNotificationsRead(ctx: ActorContext, { ids }: MarkNotificationsReadInput): Promise<void> {
  return markRead(ctx, ids);
}

/** The actor dealt with everything that there is. */
export function markAllNotificationsRead(ctx: ActorContext): Promise<void> {
  return markRead(ctx, null);
}

async function markRead(ctx: ActorContext, ids: string[] | null): Promise<void> {
  await transaction(ctx, async (tx) => {
    const marked = await tx.db
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(
        and(
          eq(notifications.userId, ctx.actor.id),
          isNull(notifications.readAt),
          ids ? inArray(notifications.id, ids) : undefined,
        ),
      )
      .returning({ id: notifications.id });
    if (marked.length === 0) return;
    const data: NotificationEvents["notifications.read"] = {
      ids: ids ? marked.map((each) => each.id) : null,
    };
    tx.emit({ channels: [userChannel(ctx.actor.id)], name: "notifications.read", data });
  });
}
