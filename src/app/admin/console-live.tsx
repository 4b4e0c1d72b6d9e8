"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type Listen, ListenContext } from "@/components/listen";
import type { LiveConnection, LiveEndpoint } from "@/features/conversations/ui/live-connection";
import { trpc } from "@/trpc/react";

/** The connection's code is loaded after the page works; when that fails, once more after this time. */
const loadAgainMs = 2_000;

/** The console's one live connection; what is below listens through `useChannel`. */
export function ConsoleLive({ endpoint, children }: { endpoint: LiveEndpoint; children: ReactNode }) {
  const utils = trpc.useUtils();
  const [listen, setListen] = useState<Listen | null>(null);
  const { key, url } = endpoint;
  useEffect(() => {
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
        // Perhaps the instance was closed: the answer leads to the page that says so.
        opened.onState((state) => {
          if (state === "waiting") void utils.client.settings.public.query().catch(() => {});
        });
        setListen(() => (opened as LiveConnection).listen);
      } catch {
        timer = setTimeout(open, loadAgainMs);
      }
    };
    void open();
    return () => {
      closed = true;
      clearTimeout(timer);
      opened?.close();
      setListen(null);
    };
  }, [utils, key, url]);
  return <ListenContext value={listen}>{children}</ListenContext>;
}
