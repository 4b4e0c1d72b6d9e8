import type { Transaction } from "@/server/db/transaction";
import { limitsChannel, refusalsCounted, securityChanged, securityChannel } from "../channels";

/** Has the console's pages on security read anew what they show, once the transaction commits. */
export function announceSecurityChange(tx: Transaction): void {
  tx.emit({ channels: [securityChannel], name: securityChanged, data: {} });
}

/** Has the console's pages read anew whom limits and rules held back, once the transaction commits. */
export function announceRefusals(tx: Transaction): void {
  tx.emit({ channels: [limitsChannel], name: refusalsCounted, data: {} });
}
