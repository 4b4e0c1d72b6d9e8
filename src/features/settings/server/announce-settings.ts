import { userChannelPrefix } from "@/lib/user-channel-prefix";
import type { Transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { pusherServer } from "@/server/realtime/pusher-server";
import type { SettingKey } from "../dto";
import type { SettingsEvents } from "../events";

/** The realtime server takes no more channels for one event. */
const channelsPerEvent = 100;

/** Settings that open pages of the chat and of the account hold. */
const heldByPages: ReadonlySet<SettingKey> = new Set<SettingKey>([
  ...(["instanceName", "messageMaximumLength", "messageDeletionMinutes"] as const),
  ...(["mentionEveryoneMaximumMembers", "initialNotificationLevel", "initialSounds"] as const),
  ...(["initialPushText", "initialDigest"] as const),
  ...(["secondFactorForAdmins", "secondFactorForModerators", "secondFactorForUsers"] as const),
]);

/**
 * The channels of those to tell of a change to these settings; none where no page holds them. A realtime server that
 * is away has nobody connected: it must not keep settings from being saved.
 */
export async function listenersTo(keys: SettingKey[]): Promise<string[]> {
  if (!keys.some((key) => heldByPages.has(key))) return [];
  return pusherServer()
    .listOccupied(userChannelPrefix)
    .catch((error) => {
      log().warn({ err: error }, "open pages are not told of changed settings");
      return [];
    });
}

/** Tells open pages to read the settings anew. */
export function announceSettings(tx: Transaction, channels: string[]): void {
  const data: SettingsEvents["settings.changed"] = {};
  for (let i = 0; i < channels.length; i += channelsPerEvent) {
    tx.emit({ channels: channels.slice(i, i + channelsPerEvent), name: "settings.changed", data });
  }
}
