"use client";

import { useEffect, useRef } from "react";
import { useChannel } from "@/components/listen";
import { settleMs } from "@/features/settings/ui/settle-ms";
import { userChannel } from "@/features/users/channels";
import { trpc } from "@/trpc/react";
import type { OwnSecurityEvents } from "../events";
import { withUse } from "../own-sessions";

/** What was done in one go is told in several events; one question answers them all. */
const gatherMs = 150;

/** Keeps what the page shows of the person's own safety true, whatever is done on other devices. Shows nothing. */
export function FollowOwnSecurity({ userId }: { userId: string }) {
  const utils = trpc.useUtils();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      clearTimeout(settling.current);
    },
    [],
  );
  const readAnew = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void utils.sessions.invalidate();
      void utils.factors.status.invalidate();
      void utils.passkeys.list.invalidate();
      void utils.identity.get.invalidate();
    }, gatherMs);
  };
  useChannel(
    userChannel(userId),
    (name, data) => {
      if (name === "own-security.changed") readAnew();
      // Perhaps a second factor is demanded now, or no longer.
      if (name === "settings.changed") {
        clearTimeout(settling.current);
        settling.current = setTimeout(() => void utils.factors.status.invalidate(), settleMs());
      }
      if (name !== "session.used") return;
      const { session } = data as OwnSecurityEvents["session.used"];
      utils.sessions.list.setData(undefined, (held) => held && withUse(held, session));
    },
    readAnew,
  );
  return null;
}
