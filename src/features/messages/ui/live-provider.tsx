"use client";

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ListenContext } from "@/components/listen";
import { conversationChannel } from "@/features/conversations/channels";
import type { LiveEndpoint, LiveState } from "@/features/conversations/ui/live-connection";
import { useLiveConnection } from "@/features/conversations/ui/use-live-connection";
import { useWholeConversationList } from "@/features/conversations/ui/use-whole-conversation-list";
import { PresenceProvider } from "@/features/presence/ui/presence-provider";
import { userChannel } from "@/features/users/channels";
import type { OwnAccount } from "@/features/users/dto";
import { LiveContext } from "./live-context";
import { useApplyEvents } from "./use-apply-events";
import { useCatchUp } from "./use-catch-up";
import { useOutgoing } from "./use-outgoing";

type Props = { account: OwnAccount; endpoint: LiveEndpoint; children: ReactNode };

/**
 * Keeps everything below it true: subscribes to the person's channels, applies events, and asks what was
 * missed whenever a set of subscriptions has been (re)established, because events are never replayed.
 */
export function LiveProvider({ account, endpoint, children }: Props) {
  const unsettled = useRef(new Set<string>());
  const isSubscribing = useCallback(() => unsettled.current.size > 0, []);
  const { catchUp, isCatchingUp } = useCatchUp(account, isSubscribing);
  const outgoing = useOutgoing(account);
  const { apply, takeEarly, applyMessage } = useApplyEvents(account.id, catchUp, isCatchingUp);
  const connection = useLiveConnection(endpoint);
  const [state, setState] = useState<LiveState>("connecting");
  const { data: list } = useWholeConversationList();

  const channels = useMemo(
    () => [userChannel(account.id), ...(list?.conversations.map((c) => conversationChannel(c.id)) ?? [])],
    [account.id, list],
  );
  const wanted = channels.toSorted().join(" ");

  /** The channels that are listened to, and how each is no longer. */
  const subscribed = useRef(new Map<string, () => void>());
  // Another connection knows nothing of what this one has subscribed to.
  useEffect(() => {
    if (!connection) return;
    return () => {
      subscribed.current.clear();
      unsettled.current.clear();
    };
  }, [connection]);

  useEffect(() => {
    if (!connection) return;
    const settle = (name: string) => {
      if (unsettled.current.delete(name) && unsettled.current.size === 0) catchUp();
    };
    const names = new Set(wanted.split(" "));
    for (const [name, stop] of subscribed.current) {
      if (names.has(name)) continue;
      stop();
      subscribed.current.delete(name);
      settle(name);
    }
    const added = [...names].filter((name) => !subscribed.current.has(name));
    for (const name of added) unsettled.current.add(name);
    for (const name of added) {
      const stop = connection.listen(name, (event, data) => {
        if (event === "pusher:subscription_succeeded" || event === "pusher:subscription_error") settle(name);
        else apply(event, data);
      });
      subscribed.current.set(name, stop);
    }
  }, [connection, wanted, apply, catchUp]);

  useEffect(
    () =>
      connection?.onState((next) => {
        setState(next);
        if (next === "connected") outgoing.retryUnreachable();
        else unsettled.current = new Set(subscribed.current.keys());
      }),
    [connection, outgoing],
  );

  const live = useMemo(
    () => ({ account, state, connection, outgoing, takeEarly, applyMessage, catchUp }),
    [account, state, connection, outgoing, takeEarly, applyMessage, catchUp],
  );
  return (
    <LiveContext value={live}>
      <ListenContext value={connection?.listen ?? null}>
        <PresenceProvider ownId={account.id} listen={connection?.listen ?? null}>
          {children}
        </PresenceProvider>
      </ListenContext>
    </LiveContext>
  );
}
