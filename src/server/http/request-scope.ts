import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { processSingleton } from "@/server/process-singleton";

/** What is known of the request that the running code answers, for the log. */
export type RequestScope = { requestId: string; actorId: string | null };

const storage = () => processSingleton("request-scope", () => new AsyncLocalStorage<RequestScope>());

/** Runs `work` as the answer to one request: whatever it calls finds the same request id. */
export function inRequestScope<T>(work: (scope: RequestScope) => T): T {
  const scope: RequestScope = { requestId: randomUUID(), actorId: null };
  return storage().run(scope, () => work(scope));
}

/** The request that is being answered; null for work that nobody asked for over the network. */
export function currentRequest(): RequestScope | null {
  return storage().getStore() ?? null;
}
