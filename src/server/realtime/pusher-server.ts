import { Agent } from "node:http";
import Pusher from "pusher";
import { env } from "@/server/env";
import { processSingleton } from "@/server/process-singleton";
import type { RealtimeEvent } from "./event";

/** Most events of one publishing request (the Pusher protocol's limit). */
export const batchLimit = 10;

/** The one adapter to the Pusher-protocol server (Soketi by default). */
export function pusherServer() {
  return processSingleton("pusher-server", () => {
    const { SOKETI_HOST, SOKETI_PORT, SOKETI_APP_ID, SOKETI_APP_KEY, SOKETI_APP_SECRET } = env();
    const pusher = new Pusher({
      host: SOKETI_HOST,
      port: String(SOKETI_PORT),
      appId: SOKETI_APP_ID,
      key: SOKETI_APP_KEY,
      secret: SOKETI_APP_SECRET,
      useTLS: false,
      timeout: 5_000,
      // A connection is given up before Soketi does that, after ten quiet seconds: a request might just be on its way.
      agent: new Agent({ keepAlive: true, maxSockets: 16, timeout: 5_000 }),
    });
    return {
      /** Sends up to `batchLimit` events in one request. Throws when the server is unreachable or refuses. */
      async publish(events: RealtimeEvent[]): Promise<void> {
        const batch = events.flatMap((e) =>
          e.channels.map((channel) => ({ channel, name: e.name, data: e.data })),
        );
        for (let i = 0; i < batch.length; i += batchLimit) {
          await pusher.triggerBatch(batch.slice(i, i + batchLimit));
        }
      },
      /** The channels that somebody is subscribed to, of those whose name begins with `prefix`. */
      async listOccupied(prefix: string): Promise<string[]> {
        const response = await pusher.get({ path: "/channels", params: { filter_by_prefix: prefix } });
        const { channels } = (await response.json()) as { channels: Record<string, unknown> };
        return Object.keys(channels);
      },
      /** Signs a subscription; the caller has checked that this socket's person may listen. */
      authorize: (socketId: string, channel: string) => pusher.authorizeChannel(socketId, channel),
      /** Names the person behind a socket, so that `disconnectUser` can end it. */
      authenticate: (socketId: string, userId: string) => pusher.authenticateUser(socketId, { id: userId }),
      /** Closes every open socket of a person. */
      disconnectUser: async (userId: string) => {
        await pusher.terminateUserConnections(userId);
      },
    };
  });
}
