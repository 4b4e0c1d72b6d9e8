"use client";

import type { ReactNode } from "react";
import { ListenContext } from "@/components/listen";
import { leaveToSignIn } from "@/features/sessions/ui/leave-to-sign-in";
import { useFollowAppearance } from "@/features/users/ui/use-follow-appearance";
import { refusalOf } from "@/trpc/use-refusal-text";
import type { LiveEndpoint } from "./live-connection";
import { useLiveConnection } from "./use-live-connection";

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
  const connection = useLiveConnection(endpoint, whileSignedIn);
  return (
    <ListenContext value={connection?.listen ?? null}>
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
