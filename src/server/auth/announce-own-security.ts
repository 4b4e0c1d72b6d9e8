import { userChannelPrefix } from "@/lib/user-channel-prefix";
import type { Transaction } from "@/server/db/transaction";

/** Has a person's open pages read anew how they sign in and where they are signed in, once the transaction commits. */
export function announceOwnSecurity(tx: Transaction, userId: string): void {
  tx.emit({ channels: [`${userChannelPrefix}${userId}`], name: "own-security.changed", data: {} });
}
