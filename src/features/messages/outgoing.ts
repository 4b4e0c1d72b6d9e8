import type { ErrorCode } from "@/lib/error-codes";
import type { ReplyPreview } from "./dto";

/** A message on its way from this client. */
export type Outgoing = {
  id: string;
  conversationId: string;
  body: string;
  /** The thread that it is a reply in; null or absent on the main line. */
  threadRootId?: string | null;
  replyTo: ReplyPreview | null;
  createdAt: string;
  state: "sending" | "failed";
  /** Why the server refused it; null when it could not be reached. */
  refusal: ErrorCode | null;
  /** What the refusal's text names, such as the seconds to wait. */
  details?: Record<string, string | number>;
};

export type SendResult = "sent" | { refused: ErrorCode; details?: Outgoing["details"] } | "unreachable";

/** What it means that the server refused a message, or failed; null: no answer came. */
export function sendResultOf(
  refusal: { appCode: ErrorCode; details?: Outgoing["details"] } | null,
): SendResult {
  // Neither says anything about the message: it is sent when the server is well, or the instance open, again.
  if (!refusal || refusal.appCode === "INTERNAL" || refusal.appCode === "MAINTENANCE") return "unreachable";
  return { refused: refusal.appCode, details: refusal.details };
}

type Options = {
  /** Where unsent messages outlive a reload. */
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
  /** Whose messages: another person on this device does not send them. */
  ownId: string;
  send: (message: Outgoing) => Promise<SendResult>;
};

/** Waits before the second, third … attempt, in milliseconds; after the last the person decides. */
const retryAfterMs = [500, 1_500, 4_000];

/**
 * Messages that the server has not acknowledged: kept on the device, sent in order within a conversation,
 * retried. Sending twice is harmless, because the id is the idempotency key.
 */
export class OutgoingMessages {
  private items: Outgoing[];
  private listeners = new Set<() => void>();
  private busy = new Set<string>();

  constructor(private options: Options) {
    this.items = this.restore();
  }

  /** The queue, oldest first; a new array after every change. */
  readonly all = (): Outgoing[] => this.items;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Queues a message and starts sending it. */
  add(message: Omit<Outgoing, "state" | "refusal">) {
    this.revive((m) => m.conversationId === message.conversationId);
    this.put({ ...message, state: "sending", refusal: null });
    void this.work(message.conversationId);
  }

  /** Tries a failed message again, and with it those that wait for the same server. */
  retry(id: string) {
    const item = this.items.find((m) => m.id === id);
    if (!item) return;
    const { conversationId } = item;
    if (item.refusal === null) this.revive((m) => m.conversationId === conversationId);
    else this.put({ ...item, state: "sending", refusal: null });
    void this.work(conversationId);
  }

  /** Tries again whatever failed only because the server was out of reach: call when it is back. */
  retryUnreachable() {
    this.revive(() => true);
    for (const id of new Set(this.items.map((m) => m.conversationId))) void this.work(id);
  }

  /** Forgets those that were not sent by this client but have arrived all the same, such as by a moderator's hand. */
  discardArrived(messages: { id: string }[]) {
    const failed = new Set(this.items.filter((m) => m.state === "failed").map((m) => m.id));
    for (const { id } of messages) if (failed.has(id)) this.discard(id);
  }

  /** Gives a message up. */
  discard(id: string) {
    this.options.storage.removeItem(this.keyOf(id));
    this.update(this.items.filter((m) => m.id !== id));
  }

  private async work(conversationId: string) {
    if (this.busy.has(conversationId)) return;
    this.busy.add(conversationId);
    try {
      for (let next = this.next(conversationId); next; next = this.next(conversationId)) {
        const result = await this.attempt(next);
        if (result === "sent") this.discard(next.id);
        else if (result === "unreachable") this.holdBack(conversationId);
        else if (this.items.includes(next)) {
          this.put({ ...next, state: "failed", refusal: result.refused, details: result.details });
        }
      }
    } finally {
      this.busy.delete(conversationId);
    }
  }

  /** Nothing overtakes a message that could not be sent: all of its conversation wait together. */
  private holdBack(conversationId: string) {
    for (const item of this.items) {
      if (item.conversationId === conversationId && item.state === "sending") {
        this.put({ ...item, state: "failed", refusal: null });
      }
    }
  }

  private revive(which: (message: Outgoing) => boolean) {
    for (const item of this.items) {
      if (item.state === "failed" && item.refusal === null && which(item)) {
        this.put({ ...item, state: "sending" });
      }
    }
  }

  private async attempt(message: Outgoing): Promise<SendResult> {
    let result = await this.options.send(message);
    for (const wait of retryAfterMs) {
      if (result !== "unreachable") break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!this.items.some((m) => m.id === message.id)) break;
      result = await this.options.send(message);
    }
    return result;
  }

  private next = (conversationId: string) =>
    this.items.find((m) => m.conversationId === conversationId && m.state === "sending");

  private put(message: Outgoing) {
    try {
      this.options.storage.setItem(this.keyOf(message.id), JSON.stringify(message));
    } catch {
      // The device's storage is full or forbidden: the message is sent all the same, it only cannot outlive a reload.
    }
    const at = this.items.findIndex((m) => m.id === message.id);
    this.update(at < 0 ? [...this.items, message] : this.items.with(at, message));
  }

  private update(items: Outgoing[]) {
    this.items = items;
    for (const listener of this.listeners) listener();
  }

  private keyOf = (id: string) => `offchat.outgoing.${this.options.ownId}.${id}`;

  private restore(): Outgoing[] {
    const { storage } = this.options;
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i));
    return keys
      .filter((key) => key?.startsWith(this.keyOf("")))
      .flatMap((key) => {
        try {
          return [JSON.parse(storage.getItem(key as string) ?? "") as Outgoing];
        } catch {
          return [];
        }
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
