import { and, eq, isNull, not } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { notifications } from "@/server/db/schema/notifications";
import { countedNotifications } from "../dto";
import { isRead, selectNotifications } from "./notifications-query";

/** How many notifications wait for the actor; counted up to one past what is shown. */
export async function countUnreadNotifications(ctx: ActorContext): Promise<number> {
  const waiting = and(eq(notifications.userId, ctx.actor.id), isNull(notifications.readAt), not(isRead));
  const rows = await selectNotifications(database().db, waiting).limit(countedNotifications + 1);
  return rows.length;
}
