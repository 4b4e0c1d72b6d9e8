import { type AuditRecord, insertAuditEntries } from "@/server/audit/insert-audit-entries";
import type { Context } from "@/server/context";
import type { FollowUp } from "@/server/follow-ups/follow-up";
import { followUpRunner } from "@/server/follow-ups/follow-ups";
import { insertJobs } from "@/server/jobs/insert-jobs";
import type { Job, JobOptions, JobRequest } from "@/server/jobs/job";
import { wakeWorkers } from "@/server/jobs/wake-workers";
import type { RealtimeEvent, StoredEvent } from "@/server/realtime/event";
import { publisher } from "@/server/realtime/publisher";
import { database, type Queryable } from "./client";
import { followUps } from "./schema/follow-ups";
import { outbox } from "./schema/outbox";

export type Transaction = {
  db: Queryable;
  /** Realtime events: stored with the transaction, published after it commits. */
  emit: (...events: RealtimeEvent[]) => void;
  /** After the commit, closes a person's sockets: they come back with what they may still listen to. */
  disconnect: (userId: string) => void;
  /** Work of this process alone that must wait for the commit, such as forgetting what it has cached. */
  afterCommit: (work: () => void) => void;
  /** Leaves something to be done right after the commit, once, without the caller waiting for it. */
  followUp: (...due: FollowUp[]) => void;
  /** Work for later, by a worker: requested when this transaction commits, not otherwise. */
  enqueue: <Payload extends object>(job: Job<Payload>, payload: Payload, options?: JobOptions) => void;
  /** An audit entry that commits with the change it describes. */
  audit: (record: AuditRecord) => void;
};

/**
 * Runs `work` in one database transaction. Audit entries, jobs and realtime events collected on the
 * transaction commit with it; events are published only after the commit, without delaying the caller.
 */
export async function transaction<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const disconnected = new Set<string>();
  const afterwards: (() => void)[] = [];
  const requests: JobRequest[] = [];
  const { result, stored } = await database().db.transaction(async (db) => {
    const events: RealtimeEvent[] = [];
    const records: AuditRecord[] = [];
    const due: FollowUp[] = [];
    const result = await work({
      db,
      emit: (...more) => events.push(...more),
      afterCommit: (work) => afterwards.push(work),
      disconnect: (userId) => disconnected.add(userId),
      followUp: (...more) => due.push(...more),
      enqueue: (job, payload, options = {}) => requests.push({ name: job.name, payload, options }),
      audit: (record) => records.push(record),
    });
    if (records.length > 0) await insertAuditEntries(db, ctx, records);
    if (due.length > 0) {
      await db.insert(followUps).values(due);
      afterwards.push(() => followUpRunner().wake());
    }
    if (requests.length > 0) await insertJobs(db, requests);
    return { result, stored: events.length > 0 ? await storeEvents(db, events) : [] };
  });
  for (const work of afterwards) work();
  wakeWorkers(new Set(requests.map(({ name }) => name)));
  publisher().publish(stored);
  for (const userId of disconnected) publisher().disconnect(userId);
  return result;
}

/** Publishes events that a single hot statement has already stored in the outbox, with its follow-ups. */
export function publishCommitted(events: StoredEvent[]) {
  publisher().publish(events);
  followUpRunner().wake();
}

async function storeEvents(db: Queryable, events: RealtimeEvent[]): Promise<StoredEvent[]> {
  const rows = await db
    .insert(outbox)
    .values(events.map((e) => ({ channels: e.channels, event: e.name, data: e.data })))
    .returning({ id: outbox.id });
  return events.map((event, i) => ({ ...event, id: (rows[i] as { id: number }).id }));
}
