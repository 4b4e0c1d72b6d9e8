import { presenceChannel } from "@/features/presence/channels";
import type { UserSummary } from "@/features/users/dto";
import { toUserSummary } from "@/features/users/server/to-dto";
import type { Transaction } from "@/server/db/transaction";
import type { ProfileEvents } from "../events";

/** Tells everybody who has the person on screen what they are called now. */
export function announceProfile(tx: Transaction, user: UserSummary): void {
  const data: ProfileEvents["profile.changed"] = { user: toUserSummary(user) };
  tx.emit({ channels: [presenceChannel(user.id)], name: "profile.changed", data });
}
