import type { Actor } from "@/server/context";
import { env } from "@/server/env";
import { callAs } from "./caller";
import { connectTo } from "./realtime-client";

/** A real client of the realtime server, signed in as `actor`, that gets its signatures from the product. */
export function listenAs(actor: Actor) {
  return connectClient({
    authorize: async (socketId, channel) => {
      const signatures = await callAs(actor).conversations.authorizeChannels({
        socketId,
        channels: [channel],
      });
      return signatures[channel] ?? null;
    },
    authenticate: (socketId) => callAs(actor).conversations.authenticateSocket({ socketId }),
  });
}

/** A client of this run's Soketi, with whatever signatures the caller makes. */
export function connectClient(signatures: Parameters<typeof connectTo>[1]) {
  const { SOKETI_HOST, SOKETI_PORT, SOKETI_APP_KEY } = env();
  return connectTo({ host: SOKETI_HOST, port: SOKETI_PORT, key: SOKETI_APP_KEY }, signatures);
}
