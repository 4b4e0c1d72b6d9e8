"use client";

import { type ReactNode, useEffect, useState } from "react";
import { trpc } from "@/trpc/react";
import { PresenceContext } from "./presence-context";
import { type Listen, PresenceStore } from "./presence-store";
import { useActivity } from "./use-activity";

/** Lets everything below it know how people are, and the server that this one is here. */
export function PresenceProvider({ listen, children }: { listen: Listen | null; children: ReactNode }) {
  const utils = trpc.useUtils();
  const [store, setStore] = useState<PresenceStore | null>(null);
  useActivity();
  useEffect(() => {
    if (!listen) return;
    setStore(new PresenceStore(listen, (userIds) => utils.client.presence.list.query({ userIds })));
  }, [listen, utils]);
  return <PresenceContext value={store}>{children}</PresenceContext>;
}
