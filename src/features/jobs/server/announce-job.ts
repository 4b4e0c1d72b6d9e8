import type { Transaction } from "@/server/db/transaction";
import type { Job } from "../dto";
import { type JobChanged, jobChanged, jobsChannel } from "../events";

/** Tells whoever may see jobs how this one stands. */
export function announceJob(tx: Transaction, job: Job): void {
  tx.emit({ channels: [jobsChannel], name: jobChanged, data: { job } satisfies JobChanged });
}
