import type { Transaction } from "@/server/db/transaction";
import { securityChanged, securityChannel } from "../channels";

/** Has the console's pages on security read anew what they show, once the transaction commits. */
export function announceSecurityChange(tx: Transaction): void {
  tx.emit({ channels: [securityChannel], name: securityChanged, data: {} });
}
