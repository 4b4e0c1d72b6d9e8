"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type Listen, ListenContext } from "@/components/listen";
import { leaveToSignIn } from "@/features/sessions/ui/leave-to-sign-in";
import { useFollowAppearance } from "@/features/users/ui/use-follow-appearance";
import { trpc } from "@/trpc/react";
import { refusalOf } from "@/trpc/use-refusal-text";
import type { LiveConnection, LiveEndpoint } from "./live-connection";

/** The connection's code is loaded after the page works; when that fails, once more after this time. */
const loadAgainMs = 2_000;

type Props = {
  /** Whose page it is. */
  userId: string;
  endpoint: LiveEndpoint;
  children: ReactNode;
};

/**
 * The one live connection of a page outside the chat; what is below listens through `useChannel`. The page looks as
 * its person chose on whatever device, and is left as soon as they are signed out.
 */
export function PageLive({ userId, endpoint, children }: Props) {
  const utils = trpc.useUtils();
  const [listen, setListen] = useState<Listen | null>(null);
  const { key, url } = endpoint;
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
          authorize: (input) => whileSignedIn(utils.client.conversations.authorizeChannels.mutate(input)),
          authenticate: (input) => whileSignedIn(utils.client.conversations.authenticateSocket.mutate(input)),
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
  return (
    <ListenContext value={listen}>
      <FollowAppearance userId={userId} />
      {children}
    </ListenContext>
  );
}

function FollowAppearance({ userId }: { userId: string }) {
  useFollowAppearance(userId);
  return null;
}

async function whileSignedIn<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    const refusal = refusalOf(error)?.appCode;
    if (refusal === "UNAUTHENTICATED" || refusal === "SECOND_FACTOR_REQUIRED") leaveToSignIn();
    throw error;
  }
}
