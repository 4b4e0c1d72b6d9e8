"use client";

import { createContext, useContext, useEffect, useRef } from "react";

type Listener = (event: string, data: unknown) => void;

/** Calls back with every event of a channel; returns how to stop. */
export type Listen = (channel: string, listener: Listener) => () => void;

/** Null until the page has begun to connect. */
export const ListenContext = createContext<Listen | null>(null);

/** What Pusher calls the beginning of a subscription: whatever was missed before must be read. */
const subscribed = "pusher:subscription_succeeded";

/** Hears a channel while the component is shown. Events are never replayed: `onMissed` reads anew. */
export function useChannel(channel: string, onEvent: Listener, onMissed: () => void): void {
  const listen = useContext(ListenContext);
  const handlers = useRef({ onEvent, onMissed });
  handlers.current = { onEvent, onMissed };
  useEffect(
    () =>
      listen?.(channel, (event, data) => {
        if (event === subscribed) handlers.current.onMissed();
        else handlers.current.onEvent(event, data);
      }),
    [listen, channel],
  );
}
