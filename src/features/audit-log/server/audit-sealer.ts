import { randomUUID } from "node:crypto";
import { sealEntries } from "@/server/audit/seal-entries";
import { holdLease } from "@/server/db/hold-lease";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import { systemContext } from "@/server/trpc/request-context";
import { announceGrowth } from "./announce-growth";

/** How often new entries are sealed, in milliseconds. */
const sealEveryMs = 1_000;
/** A process that has not sealed for so long is taken for dead by the others, in seconds. */
const leaseSeconds = 10;

/** Takes new audit entries into the chain a moment after they were written. Of several processes one does it. */
export const auditSealer = () => processSingleton("audit-sealer", createSealer);

function createSealer() {
  const holder = randomUUID();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function seal(): Promise<void> {
    if (await holdLease("audit-seal", holder, leaseSeconds))
      await sealEntries(systemContext(), announceGrowth);
  }

  return {
    start() {
      const next = () => {
        running = seal()
          .catch((error) => log().warn({ err: error }, "audit entries could not be sealed"))
          .then(() => {
            timer = setTimeout(next, sealEveryMs);
            timer.unref();
          });
      };
      next();
    },
    /** Waits for a sealing under way. */
    async stop() {
      await running;
      clearTimeout(timer);
    },
  };
}
