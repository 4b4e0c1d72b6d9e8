import { randomUUID } from "node:crypto";
import { holdLease } from "@/server/db/hold-lease";
import { transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import { pusherServer } from "@/server/realtime/pusher-server";
import { systemContext } from "@/server/trpc/request-context";
import { type PulseFelt, pulseChannel, pulseFelt } from "../events";
import { feelPulse } from "./feel-pulse";

/** How often whoever looks at the dashboard is told, in milliseconds. */
const tellEveryMs = 5_000;
/** A process that has not told for so long is taken for dead by the others, in seconds. */
const leaseSeconds = 15;

/** Tells open dashboards how lively the instance is; does nothing while nobody looks. Of several processes one tells. */
export const pulseTeller = () => processSingleton("pulse-teller", createPulseTeller);

export function createPulseTeller(holder = randomUUID()) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  /** Returns whether anybody was told. */
  async function tell(): Promise<boolean> {
    if (!(await holdLease("pulse", holder, leaseSeconds))) return false;
    const watched = (await pusherServer().listOccupied(pulseChannel)).includes(pulseChannel);
    if (!watched) return false;
    const data: PulseFelt = await feelPulse();
    await transaction(systemContext(), async (tx) =>
      tx.emit({ channels: [pulseChannel], name: pulseFelt, data }),
    );
    return true;
  }

  return {
    tell,
    start() {
      const next = () => {
        running = tell()
          .catch((error) => log().warn({ err: error }, "could not tell how lively the instance is"))
          .then(() => {
            timer = setTimeout(next, tellEveryMs);
            timer.unref();
          });
      };
      next();
    },
    /** Waits for what is under way. */
    async stop() {
      await running;
      clearTimeout(timer);
    },
  };
}
