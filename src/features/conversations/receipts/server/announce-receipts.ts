import { listWithoutReceipts } from "@/features/users/server/get-preferences";
import { transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import type { RealtimeEvent } from "@/server/realtime/event";
import { systemContext } from "@/server/trpc/request-context";
import { receiptsChannel } from "../../channels";
import type { ReceiptEvents } from "../events";

/** Markers that move within this time are told together, in milliseconds. */
const gatherMs = 1_000;
/** Keeps an event well below what the protocol lets it carry. */
const markersPerEvent = 500;

type Waiting = Map<string, Map<string, number>>;

/**
 * Tells those who look at a conversation how far somebody has read. A message that a thousand people read
 * within a second becomes a few events, not a thousand. Who does not share is left out. It is a hint: a
 * crash loses at most a second of it, and the next look tells anyway.
 */
export const receiptAnnouncer = () => processSingleton("receipt-announcer", createAnnouncer);

function createAnnouncer() {
  let waiting: Waiting = new Map();
  let timer: NodeJS.Timeout | undefined;

  /** Tells now what has gathered. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const gathered = waiting;
    waiting = new Map();
    if (gathered.size === 0) return;
    const people = new Set([...gathered.values()].flatMap((markers) => [...markers.keys()]));
    const silent = await listWithoutReceipts([...people]);
    const events = toEvents(gathered, silent);
    if (events.length > 0) await transaction(systemContext(), async (tx) => tx.emit(...events));
  }

  return {
    flush,
    moved(conversationId: string, userId: string, seq: number) {
      const markers = waiting.get(conversationId) ?? new Map<string, number>();
      markers.set(userId, Math.max(seq, markers.get(userId) ?? 0));
      waiting.set(conversationId, markers);
      timer ??= setTimeout(() => {
        flush().catch((error) => log().warn({ err: error }, "read receipts not announced"));
      }, gatherMs).unref();
    },
  };
}

function toEvents(gathered: Waiting, silent: Set<string>): RealtimeEvent[] {
  return [...gathered].flatMap(([conversationId, moved]) => {
    const markers = [...moved].flatMap(([userId, seq]) => (silent.has(userId) ? [] : [{ userId, seq }]));
    const events: RealtimeEvent[] = [];
    for (let i = 0; i < markers.length; i += markersPerEvent) {
      const part = markers.slice(i, i + markersPerEvent);
      const data: ReceiptEvents["receipts.moved"] = { conversationId, markers: part };
      events.push({ channels: [receiptsChannel(conversationId)], name: "receipts.moved", data });
    }
    return events;
  });
}
