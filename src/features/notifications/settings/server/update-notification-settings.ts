import { sql } from "drizzle-orm";
import { userChannel } from "@/features/users/channels";
import type { ActorContext } from "@/server/context";
import { notificationSettings } from "@/server/db/schema/notifications";
import { transaction } from "@/server/db/transaction";
import type { NotificationEvents } from "../../events";
import type { NotificationSettings } from "../dto";
import type { UpdateNotificationSettingsInput } from "../input";
import { getNotificationSettings } from "./get-notification-settings";

/** Changes how the actor wants to be told of things, on all their devices; what is not given stays. */
export async function updateNotificationSettings(
  ctx: ActorContext,
  { quietUntil, ...rest }: UpdateNotificationSettingsInput,
): Promise<NotificationSettings> {
  const until = quietUntil === undefined ? {} : { quietUntil: quietUntil ? new Date(quietUntil) : null };
  const change = { ...rest, ...until };
  return transaction(ctx, async (tx) => {
    const before = await getNotificationSettings(ctx.actor.id, tx.db);
    await tx.db
      .insert(notificationSettings)
      .values({ userId: ctx.actor.id, ...change })
      .onConflictDoUpdate({
        target: notificationSettings.userId,
        set: { ...change, updatedAt: sql`now()` },
      });
    const after = await getNotificationSettings(ctx.actor.id, tx.db);
    tx.audit({
      action: "user.preferences-updated",
      target: { type: "user", id: ctx.actor.id },
      before,
      after,
    });
    const data: NotificationEvents["notification-settings.changed"] = { settings: after };
    tx.emit({ channels: [userChannel(ctx.actor.id)], name: "notification-settings.changed", data });
    return after;
  });
}
