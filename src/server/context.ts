import type { Role } from "@/lib/permissions";
import type { Transaction } from "./db/transaction";

/** Where a request came from. */
export type RequestInfo = { requestId: string; ip: string | null; userAgent: string | null };

/** The signed-in person, as the database says at this moment. */
export type Actor = {
  id: string;
  username: string;
  displayName: string;
  email: string | null;
  role: Role;
};

export type Context = RequestInfo & {
  actor: Actor | null;
  /** Somebody who must set a second factor up before they may do anything else: for all the rest, nobody is signed in. */
  enrolling: Actor | null;
  sessionId: string | null;
  /** Use-cases that are called with it do their work in this transaction, not in one of their own. */
  within?: Transaction;
};

/** What use-cases take: somebody active is signed in. */
export type ActorContext = Context & { actor: Actor };
