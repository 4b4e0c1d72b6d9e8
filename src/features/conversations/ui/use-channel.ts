"use client";

import { useEffect, useRef } from "react";
import { trpc } from "@/trpc/react";

/**
 * Calls back with every event of a channel, and whenever a subscription begins (anew after an interruption too:
 * something may have been missed). For pages outside the chat, which has a connection already.
 */
export function useChannel(channel: string, onEvent: () => void): void {
  const { client } = trpc.useUtils();
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    let closed = false;
    let close = () => {};
    const open = async () => {
      const [{ openLiveConnection }, endpoint] = await Promise.all([
        import("./live-connection"),
        client.conversations.liveEndpoint.query(),
      ]);
      if (closed) return;
      const connection = openLiveConnection({
        endpoint,
        authorize: (input) => client.conversations.authorizeChannels.mutate(input),
        authenticate: (input) => client.conversations.authenticateSocket.mutate(input),
      });
      const stop = connection.listen(channel, (name) => {
        if (!name.startsWith("pusher:") || name === "pusher:subscription_succeeded") latest.current();
      });
      close = () => {
        stop();
        connection.close();
      };
    };
    // What is on screen stays as it was read; the next visit tries again.
    open().catch(() => {});
    return () => {
      closed = true;
      close();
    };
  }, [client, channel]);
}
