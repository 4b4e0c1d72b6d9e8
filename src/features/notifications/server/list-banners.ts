import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { broadcasts } from "@/server/db/schema/broadcasts";
import { notifications } from "@/server/db/schema/notifications";
import type { BroadcastNotification } from "../dto";
import { selectNotifications, toNotification } from "./notifications-query";

/** More do not fit above a chat; the others follow as these are dealt with. */
const limit = 3;

/** Important broadcasts that the actor has not dealt with, the latest first. */
export async function listBanners(ctx: ActorContext): Promise<BroadcastNotification[]> {
  const rows = await selectNotifications(
    database().db,
    and(
      eq(notifications.userId, ctx.actor.id),
      isNull(notifications.readAt),
      isNotNull(notifications.broadcastId),
      broadcasts.important,
    ),
  ).limit(limit);
  return rows.map(toNotification).filter((each) => each.kind === "broadcast");
}
