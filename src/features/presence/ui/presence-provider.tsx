"use client";

import { type ReactNode, useEffect, useState } from "react";
import { trpc } from "@/trpc/react";
import { PresenceContext } from "./presence-context";
import { type Listen, PresenceStore } from "./presence-store";
import { useActivity } from "./use-activity";

/** Lets everything below it know how people are, and the server that this one is here. */
export function PresenceProvider({
  ownId,
  listen,
  children,
}: {
  ownId: string;
  listen: Listen | null;
  children: ReactNode;
}) {
  const utils = trpc.useUtils();
  const [store, setStore] = useState<PresenceStore | null>(null);
  const shared = trpc.users.preferences.useQuery().data?.showPresence;
  useActivity();
  useEffect(() => {
    if (!listen || shared === undefined) return;
    const list = (userIds: string[]) => utils.client.presence.list.query({ userIds });
    setStore(new PresenceStore(listen, list, (userId) => shared || userId === ownId));
  }, [listen, utils, shared, ownId]);
  return <PresenceContext value={store}>{children}</PresenceContext>;
}
