import type { ConsoleChannel } from "@/lib/console-channels";
import type { OwnSession } from "./dto";

/** On `private-user-<id>`: what that person sees of their own safety. */
export type OwnSecurityEvents = {
  /** Sessions, attempts or ways to sign in are others now: which, is read anew. */
  "own-security.changed": Record<string, never>;
  /** A session goes on, perhaps elsewhere. It says all there is to know: asking would be a use of its own. */
  "session.used": { session: Pick<OwnSession, "id" | "ip" | "country" | "lastUsedAt"> };
};

/** Whoever looks at everybody's sessions and attempts to sign in listens here. */
export const signInsChannel: ConsoleChannel = "private-console-sign-ins";

/** That somebody tried to sign in, told at most every two seconds by each process: who, is read anew. */
export const attemptsCounted = "attempts.counted";
