import { randomUUID } from "node:crypto";
import { userOfChannel } from "@/features/users/channels";
import { userChannelPrefix } from "@/lib/user-channel-prefix";
import { holdLease } from "@/server/db/hold-lease";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import { pusherServer } from "@/server/realtime/pusher-server";
import { announceChanges, recordActivity, recordConnected, recordSeen } from "./record-presence";

/** How often the realtime server is asked who is connected, in milliseconds. */
const lookEveryMs = 3_000;
const seenEveryMs = 60_000;
/** A process that has not looked for so long is taken for dead by the others, in seconds. */
const leaseSeconds = 10;
/** When the last look is older than this, somebody who is gone may have gone at any time since, in milliseconds. */
const recentMs = 15_000;

/**
 * Keeps track of who is here. A person is online while the realtime server has a subscriber on their own
 * channel: any number of tabs and devices is one person, and a browser that dies is noticed without its
 * help. Whoever is missing from two looks in a row is offline, so that a reload goes unnoticed. Of several
 * processes one looks; all of them take in activity.
 */
export const presenceTracker = () => processSingleton("presence-tracker", createTracker);

export function createTracker(holder = randomUUID()) {
  let touched = new Set<string>();
  let before: string[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let seenAt = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const active = touched;
    touched = new Set();
    await recordActivity([...active]);
    if (!(await holdLease("presence", holder, leaseSeconds))) {
      before = [];
      return;
    }
    const channels = await pusherServer().listOccupied(userChannelPrefix);
    const connected = channels.flatMap((name) => userOfChannel(name) ?? []);
    const now = performance.now();
    const here = [...new Set([...before, ...connected])];
    await recordConnected(here, { lookedRecently: now - lookedAt < recentMs });
    before = connected;
    lookedAt = now;
    await announceChanges();
    if (now - seenAt > seenEveryMs) {
      seenAt = now;
      await recordSeen();
    }
  }

  return {
    look,
    /** The person uses one of their devices. */
    touch(userId: string) {
      touched.add(userId);
    },
    start() {
      const next = () => {
        running = look()
          .catch((error) => log().warn({ err: error }, "could not look who is here"))
          .then(() => {
            timer = setTimeout(next, lookEveryMs);
            timer.unref();
          });
      };
      next();
    },
    /** Waits for a look under way; people stay as they are, for the next process to look after. */
    async stop() {
      await running;
      clearTimeout(timer);
    },
  };
}
