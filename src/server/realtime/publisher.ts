import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import type { StoredEvent } from "./event";
import { deletePublished, listUnpublished } from "./outbox-rows";
import { batchLimit, pusherServer } from "./pusher-server";

const sweepEveryMs = 2_000;
/** Published events leave the outbox this much later, many in one transaction: nobody waits for that. */
const forgetAfterMs = 250;
/** Older rows than this were missed: their process died, or the server was unreachable. */
const sweepAfterMs = 3_000;
/** A bound on memory while the server is slow or away; what is dropped here is still in the outbox. */
const queueLimit = 20_000;

/**
 * Hands committed events to the Pusher-protocol server without delaying whoever caused them: in the order in
 * which they were committed, as many in a request as have come meanwhile, at least once (an event leaves the
 * outbox only after it was accepted; the sweep finds what a crash or an outage left behind).
 */
export function publisher() {
  return processSingleton("publisher", createPublisher);
}

function createPublisher() {
  const queue: StoredEvent[] = [];
  let draining = false;
  /** Events that this process takes care of: in the queue, on their way, or about to leave the outbox. */
  const held = new Set<number>();
  let published: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let pause: NodeJS.Timeout | undefined;

  function publish(events: StoredEvent[]) {
    for (const event of events) {
      if (held.has(event.id) || queue.length >= queueLimit) continue;
      held.add(event.id);
      queue.push(event);
    }
    if (!draining && queue.length > 0) void drain();
  }

  async function drain() {
    draining = true;
    // Everything that commits in this turn of the event loop shares a request.
    await Promise.resolve();
    while (queue.length > 0) {
      const batch = queue.splice(0, batchLimit);
      try {
        await pusherServer().publish(batch);
        published.push(...batch.map((e) => e.id));
        pause ??= setTimeout(flush, forgetAfterMs);
      } catch (error) {
        log().warn(
          { reason: reasonOf(error), events: batch.length },
          "realtime server refused events; they stay in the outbox",
        );
        for (const event of [...batch, ...queue.splice(0)]) held.delete(event.id);
      }
    }
    draining = false;
  }

  function flush(): Promise<void> {
    clearTimeout(pause);
    pause = undefined;
    flushing ??= (async () => {
      // With nothing to delete, the body would otherwise end before `flushing` is assigned, and never run again.
      await Promise.resolve();
      while (published.length > 0) {
        const ids = published;
        published = [];
        await deletePublished(ids).catch((error) => log().warn({ err: error }, "outbox rows not deleted"));
        for (const id of ids) held.delete(id);
      }
      flushing = undefined;
    })();
    return flushing;
  }

  /** Publishes rows that nobody is about to publish. Returns how many it found. */
  async function sweep(olderThanMs = sweepAfterMs): Promise<number> {
    // What leaves the outbox while it is being read is among the rows, and no longer held afterwards.
    const before = new Set(held);
    const rows = (await listUnpublished(olderThanMs)).filter(({ id }) => !before.has(id) && !held.has(id));
    publish(rows);
    return rows.length;
  }

  /** Closes a person's sockets. While the server is unreachable there are none to close. */
  function disconnect(userId: string) {
    pusherServer()
      .disconnectUser(userId)
      .catch((error) => log().warn({ err: error, userId }, "sockets not closed"));
  }

  return {
    publish,
    disconnect,
    sweep,
    /** Starts the sweep, at once for what an earlier process left behind. */
    start() {
      const tick = async () => {
        await sweep().catch((error) => log().warn({ err: error }, "outbox sweep failed"));
        timer = setTimeout(tick, sweepEveryMs);
        timer.unref();
      };
      void tick();
    },
    /** Waits until what was accepted is published and taken off the outbox. */
    async stop() {
      clearTimeout(timer);
      while (draining) await new Promise((resolve) => setTimeout(resolve, 5));
      await flush();
    },
  };
}

/** Why publishing failed, in a word: the error itself holds the signed address of the request. */
function reasonOf(error: unknown): string {
  const {
    error: cause,
    status,
    message,
  } = error as { error?: { code?: string }; status?: number; message?: string };
  return cause?.code ?? (status ? `status ${status}` : (message ?? "unknown"));
}
