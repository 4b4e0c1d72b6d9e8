"use client";

import { useEffect, useState } from "react";
import { trpc } from "@/trpc/react";
import { refusalOf } from "@/trpc/use-refusal-text";
import type { LiveConnection, LiveEndpoint } from "./live-connection";

/** The connection's code is loaded after the page works; when that fails, once more after this time. */
const loadAgainMs = 2_000;

/** The server has answered, and will not change its mind within seconds. */
function isFinal(error: unknown): boolean {
  const status = refusalOf(error)?.httpStatus;
  return status !== undefined && status < 500 && status !== 429;
}

const asItIs = <Answer>(call: Promise<Answer>) => call;

/**
 * The one live connection of a page, open as long as the component is shown; null until the page has begun to connect.
 * @param guard sees what becomes of asking for admission; the same function every time
 */
export function useLiveConnection(
  { key, url }: LiveEndpoint,
  guard: <Answer>(call: Promise<Answer>) => Promise<Answer> = asItIs,
): LiveConnection | null {
  const utils = trpc.useUtils();
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  useEffect(() => {
    let opened: LiveConnection | null = null;
    let closed = false;
    let timer: ReturnType<typeof setTimeout>;
    const open = async () => {
      try {
        const { openLiveConnection } = await import("./live-connection");
        if (closed) return;
        opened = openLiveConnection({
          endpoint: { key, url },
          authorize: (input) => guard(utils.client.conversations.authorizeChannels.mutate(input)),
          authenticate: (input) => guard(utils.client.conversations.authenticateSocket.mutate(input)),
          isFinal,
        });
        // Perhaps the instance was closed: the answer leads to the page that says so.
        opened.onState((state) => {
          if (state === "waiting") void utils.client.settings.public.query().catch(() => {});
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
      setConnection(null);
    };
  }, [utils, key, url, guard]);
  return connection;
}
