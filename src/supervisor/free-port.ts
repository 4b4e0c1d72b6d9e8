import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below the ranges from which Linux (32768–60999) and others (49152–65535) serve outgoing connections, so that
 * none of those sits on the port while a crashed child is about to come back to it.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** A TCP port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isPortFree(port, "127.0.0.1")) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1`);
}

/** Whether one could listen on this port of this address now (without an address: of all addresses). */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
