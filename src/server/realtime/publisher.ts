import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import type { StoredEvent } from "./event";
import { deletePublished, listUnpublished } from "./outbox-rows";
import { batchLimit, pusherServer } from "./pusher-server";

const laneCount = 4;
const sweepEveryMs = 2_000;
/** Older rows than this were missed: their process died, or the server was unreachable. */
const sweepAfterMs = 3_000;
/** A bound on memory while the server is slow or away; what is dropped here is still in the outbox. */
const laneLimit = 5_000;

type Lane = { queue: StoredEvent[]; running: boolean };

/**
 * Hands committed events to the Pusher-protocol server without delaying whoever caused them: batched,
 * in order within a channel (a channel always takes the same lane), at least once (an event leaves the
 * outbox only after it was accepted; the sweep finds what a crash or an outage left behind).
 */
export function publisher() {
  return processSingleton("publisher", createPublisher);
}

function createPublisher() {
  const lanes: Lane[] = Array.from({ length: laneCount }, () => ({ queue: [], running: false }));
  const waiting = new Set<number>();
  let published: number[] = [];
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;

  function publish(events: StoredEvent[]) {
    for (const event of events) {
      if (waiting.has(event.id)) continue;
      const lane = lanes[laneOf(event.channels[0] ?? "")] as Lane;
      if (lane.queue.length >= laneLimit) continue;
      waiting.add(event.id);
      lane.queue.push(event);
      if (!lane.running) void drain(lane);
    }
  }

  async function drain(lane: Lane) {
    lane.running = true;
    // Everything that commits in this turn of the event loop shares a request.
    await Promise.resolve();
    while (lane.queue.length > 0) {
      const batch = lane.queue.splice(0, batchLimit);
      try {
        await pusherServer().publish(batch);
        published.push(...batch.map((e) => e.id));
        void flush();
      } catch (error) {
        log().warn(
          { reason: reasonOf(error), events: batch.length },
          "realtime server refused events; they stay in the outbox",
        );
        for (const event of lane.queue.splice(0)) waiting.delete(event.id);
      } finally {
        for (const event of batch) waiting.delete(event.id);
      }
    }
    lane.running = false;
  }

  function flush(): Promise<void> {
    flushing ??= (async () => {
      // With nothing to delete, the body would otherwise end before `flushing` is assigned, and never run again.
      await Promise.resolve();
      while (published.length > 0) {
        const ids = published;
        published = [];
        await deletePublished(ids).catch((error) => log().warn({ err: error }, "outbox rows not deleted"));
      }
      flushing = undefined;
    })();
    return flushing;
  }

  /** Publishes rows that nobody is about to publish. Returns how many it found. */
  async function sweep(olderThanMs = sweepAfterMs): Promise<number> {
    const rows = (await listUnpublished(olderThanMs)).filter((row) => !waiting.has(row.id));
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
      while (lanes.some((lane) => lane.running)) await new Promise((resolve) => setTimeout(resolve, 5));
      await flush();
    },
  };
}

function laneOf(channel: string): number {
  let hash = 0;
  for (let i = 0; i < channel.length; i++) hash = (hash * 31 + channel.charCodeAt(i)) | 0;
  return Math.abs(hash) % laneCount;
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
