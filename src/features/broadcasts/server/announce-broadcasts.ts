import { jobsChannel } from "@/features/jobs/events";
import type { Transaction } from "@/server/db/transaction";
import { broadcastsChanged } from "../events";

/** Has the console's pages on broadcasts read anew what they show, once the transaction commits. */
export function announceBroadcasts(tx: Transaction): void {
  tx.emit({ channels: [jobsChannel], name: broadcastsChanged, data: {} });
}
