import { personChannel, presenceChannel } from "../channels";
import type { Presence } from "../dto";
import type { PresenceEvents } from "../events";
import { newerPresence } from "../presences";

export type Listen = (channel: string, listener: (event: string, data: unknown) => void) => () => void;

/** People that come into sight within this time are asked for together, in milliseconds. */
const gatherMs = 50;
/** Who scrolls back into sight within this time was watched all along, in milliseconds. */
const lingerMs = 10_000;
const peoplePerRequest = 200;

type Watch = { count: number; stop: () => void; linger?: ReturnType<typeof setTimeout> };

/** How the people in sight are: watched while somebody looks at them, and nobody else. */
export class PresenceStore {
  private held = new Map<string, Presence>();
  private watches = new Map<string, Watch>();
  private asked = new Set<string>();
  private listeners = new Set<() => void>();

  constructor(
    private listen: Listen,
    private list: (userIds: string[]) => Promise<Presence[]>,
    /** Whose presence is told to those only who share their own. */
    private sees: (userId: string) => boolean,
  ) {}

  readonly get = (userId: string): Presence | undefined => this.held.get(userId);

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Watches a person until the returned function is called. */
  watch(userId: string): () => void {
    const watch = this.watches.get(userId) ?? { count: 0, stop: this.open(userId) };
    clearTimeout(watch.linger);
    watch.count += 1;
    this.watches.set(userId, watch);
    return () => {
      watch.count -= 1;
      if (watch.count > 0) return;
      watch.linger = setTimeout(() => {
        watch.stop();
        this.watches.delete(userId);
        this.held.delete(userId);
      }, lingerMs);
    };
  }

  /** Takes in how a person is now. */
  put(told: Presence) {
    const held = this.held.get(told.userId);
    const newer = newerPresence(held, told);
    if (newer === held) return;
    this.held.set(told.userId, newer);
    for (const listener of this.listeners) listener();
  }

  private open(userId: string): () => void {
    const channel = this.sees(userId) ? presenceChannel(userId) : personChannel(userId);
    return this.listen(channel, (event, data) => {
      if (event === "presence.changed") this.put((data as PresenceEvents["presence.changed"]).presence);
      // Subscribed, or again after an interruption: what happened before was not told.
      if (event === "pusher:subscription_succeeded") this.ask(userId);
    });
  }

  private ask(userId: string) {
    if (this.asked.size === 0) setTimeout(() => void this.fetch(), gatherMs);
    this.asked.add(userId);
  }

  private async fetch() {
    const userIds = [...this.asked];
    this.asked.clear();
    for (let i = 0; i < userIds.length; i += peoplePerRequest) {
      // Out of reach: subscribing again, once the connection is back, asks again.
      const told = await this.list(userIds.slice(i, i + peoplePerRequest)).catch(() => []);
      for (const each of told) this.put(each);
    }
  }
}
