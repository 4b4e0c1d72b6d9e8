import { inArray } from "drizzle-orm";
import { userChannel } from "@/features/users/channels";
import { notifications } from "@/server/db/schema/notifications";
import type { Transaction } from "@/server/db/transaction";
import type { NotificationEvents } from "../events";
import { selectNotifications, toNotification } from "./notifications-query";

/** Tells people's devices of notifications that are new or came up again. */
export async function announceNotifications(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const row of await selectNotifications(tx.db, inArray(notifications.id, ids))) {
    const data: NotificationEvents["notification.created"] = { notification: toNotification(row) };
    tx.emit({ channels: [userChannel(row.userId)], name: "notification.created", data });
  }
}
