import { type AuditRecord, insertAuditEntries } from "@/server/audit/insert-audit-entries";
import type { Context } from "@/server/context";
import type { FollowUp } from "@/server/follow-ups/follow-up";
import { followUpRunner } from "@/server/follow-ups/follow-ups";
import { insertJobs } from "@/server/jobs/insert-jobs";
import type { Job, JobOptions, JobRequest } from "@/server/jobs/job";
import { wakeWorkers } from "@/server/jobs/wake-workers";
import type { RealtimeEvent, StoredEvent } from "@/server/realtime/event";
import { publisher } from "@/server/realtime/publisher";
import { type Database, database, type Queryable } from "./client";
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
  /** Work that may fail by itself: all it did and collected is then as if it had not been, and the rest goes on. */
  attempt: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
};

/**
 * Runs `work` in one database transaction. Audit entries, jobs and realtime events collected on the
 * transaction commit with it; events are published only after the commit, without delaying the caller.
 * With a context that is `within` a transaction, `work` becomes part of that one: it fails and commits with it. What
 * it does is audited as its own actor's act, whoever began the transaction.
 */
export async function transaction<T>(ctx: Context, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (ctx.within) return work(asActOf(ctx, ctx.within));
  const collected = nothingCollected();
  const { result, stored } = await database().db.transaction(async (db) => {
    const result = await work(collectingOn(db, collected));
    const { records, due, requests, events, afterwards } = collected;
    if (records.length > 0) await insertAuditEntries(db, ctx, records);
    if (due.length > 0) {
      await db.insert(followUps).values(due);
      afterwards.push(() => followUpRunner().wake());
    }
    if (requests.length > 0) await insertJobs(db, requests);
    return { result, stored: events.length > 0 ? await storeEvents(db, events) : [] };
  });
  for (const work of collected.afterwards) work();
  wakeWorkers(new Set(collected.requests.map(({ name }) => name)));
  publisher().publish(stored);
  for (const userId of new Set(collected.disconnected)) publisher().disconnect(userId);
  return result;
}

function asActOf({ actor }: Pick<Context, "actor">, tx: Transaction): Transaction {
  if (!actor) return tx;
  return {
    ...tx,
    audit: (record) => tx.audit({ ...record, actorId: record.actorId ?? actor.id }),
    attempt: (work) => tx.attempt((part) => work(asActOf({ actor }, part))),
  };
}

type Collected = {
  records: AuditRecord[];
  due: FollowUp[];
  requests: JobRequest[];
  events: RealtimeEvent[];
  afterwards: (() => void)[];
  disconnected: string[];
};

const nothingCollected = (): Collected => ({
  records: [],
  due: [],
  requests: [],
  events: [],
  afterwards: [],
  disconnected: [],
});

function collectingOn(db: OpenTransaction, collected: Collected): Transaction {
  return {
    db,
    emit: (...events) => collected.events.push(...events),
    afterCommit: (work) => collected.afterwards.push(work),
    disconnect: (userId) => collected.disconnected.push(userId),
    followUp: (...due) => collected.due.push(...due),
    enqueue: (job, payload, options = {}) => collected.requests.push({ name: job.name, payload, options }),
    audit: (record) => collected.records.push(record),
    attempt: (work) =>
      db.transaction(async (nested) => {
        const part = nothingCollected();
        const result = await work(collectingOn(nested, part));
        for (const key of Object.keys(part) as (keyof Collected)[]) {
          (collected[key] as unknown[]).push(...part[key]);
        }
        return result;
      }),
  };
}

/**
 * Publishes events that a single hot statement has already stored in the outbox, and has the follow-ups done that it left.
 */
export function publishCommitted(events: StoredEvent[], { leftToDo }: { leftToDo: boolean }) {
  publisher().publish(events);
  if (leftToDo) followUpRunner().wake();
}

type OpenTransaction = Parameters<Parameters<Database["db"]["transaction"]>[0]>[0];

async function storeEvents(db: Queryable, events: RealtimeEvent[]): Promise<StoredEvent[]> {
  const rows = await db
    .insert(outbox)
    .values(events.map((e) => ({ channels: e.channels, event: e.name, data: e.data })))
    .returning({ id: outbox.id });
  return events.map((event, i) => ({ ...event, id: (rows[i] as { id: number }).id }));
}
