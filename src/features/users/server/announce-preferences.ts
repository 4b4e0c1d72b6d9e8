import type { Transaction } from "@/server/db/transaction";
import { userChannel } from "../channels";
import type { UserPreferences } from "../dto";
import type { PreferenceEvents } from "../events";
import { getPreferences } from "./get-preferences";

/** Tells all devices of a person what that person chose for themselves, as it is now, and returns it. */
export async function announcePreferences(tx: Transaction, userId: string): Promise<UserPreferences> {
  const preferences = await getPreferences(userId, tx.db);
  const data: PreferenceEvents["preferences.changed"] = { preferences };
  tx.emit({ channels: [userChannel(userId)], name: "preferences.changed", data });
  return preferences;
}
