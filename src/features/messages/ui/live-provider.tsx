"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { ListenContext } from "@/components/listen";
import { conversationChannel } from "@/features/conversations/channels";
import type { LiveConnection, LiveEndpoint, LiveState } from "@/features/conversations/ui/live-connection";
import { useWholeConversationList } from "@/features/conversations/ui/use-whole-conversation-list";
import { PresenceProvider } from "@/features/presence/ui/presence-provider";
import { userChannel } from "@/features/users/channels";
import type { OwnAccount } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { LiveContext } from "./live-context";
import { useApplyEvents } from "./use-apply-events";
import { useCatchUp } from "./use-catch-up";
import { useOutgoing } from "./use-outgoing";

/** The connection's code is loaded after the page works; when that fails, once more after this time. */
const loadAgainMs = 2_000;

type Props = { account: OwnAccount; endpoint: LiveEndpoint; children: ReactNode };

/**
 * Keeps everything below it true: subscribes to the person's channels, applies events, and asks what was
 * missed whenever a set of subscriptions has been (re)established, because events are never replayed.
 */
export function LiveProvider({ account, endpoint, children }: Props) {
  const utils = trpc.useUtils();
  const catchUp = useCatchUp();
  const outgoing = useOutgoing(account);
  const { apply, takeEarly, applyMessage } = useApplyEvents(account.id, catchUp);
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  const [state, setState] = useState<LiveState>("connecting");
  const unsettled = useRef(new Set<string>());
  const { data: list } = useWholeConversationList();

  const channels = useMemo(
    () => [userChannel(account.id), ...(list?.conversations.map((c) => conversationChannel(c.id)) ?? [])],
    [account.id, list],
  );
  const wanted = channels.toSorted().join(" ");

  const subscribed = useRef(new Set<string>());
  const { key, url } = endpoint;
  useEffect(() => {
    subscribed.current.clear();
    unsettled.current.clear();
    let opened: LiveConnection | null = null;
    let closed = false;
    let timer: ReturnType<typeof setTimeout>;
    const open = async () => {
      try {
        const { openLiveConnection } = await import("@/features/conversations/ui/live-connection");
        if (closed) return;
        opened = openLiveConnection({
          endpoint: { key, url },
          authorize: (input) => utils.client.conversations.authorizeChannels.mutate(input),
          authenticate: (input) => utils.client.conversations.authenticateSocket.mutate(input),
        });
        setConnection(opened);
      } catch {
        timer = setTimeout(open, loadAgainMs);
      }
    };
    void open();
    return () => {
      closed = true;
      clearTimeout(timer);
      opened?.close();
    };
  }, [utils, key, url]);

  useEffect(() => {
    if (!connection) return;
    const settle = (name: string) => {
      if (unsettled.current.delete(name) && unsettled.current.size === 0) catchUp();
    };
    const names = new Set(wanted.split(" "));
    for (const name of subscribed.current) {
      if (names.has(name)) continue;
      connection.unsubscribe(name);
      subscribed.current.delete(name);
      settle(name);
    }
    for (const name of names) {
      if (subscribed.current.has(name)) continue;
      subscribed.current.add(name);
      unsettled.current.add(name);
      const channel = connection.subscribe(name);
      channel.bind("pusher:subscription_succeeded", () => settle(name));
      channel.bind("pusher:subscription_error", () => settle(name));
      channel.bind_global((event: string, data: unknown) => apply(event, data));
    }
  }, [connection, wanted, apply, catchUp]);

  useEffect(
    () =>
      connection?.onState((next) => {
        setState(next);
        if (next === "connected") outgoing.retryUnreachable();
        else unsettled.current = new Set(subscribed.current);
        // Perhaps the instance was closed: the answer leads to the page that says so.
        if (next === "waiting") void utils.client.settings.public.query().catch(() => {});
      }),
    [connection, outgoing, utils],
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
