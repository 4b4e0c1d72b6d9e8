import type { Context } from "@/server/context";
import { requestContext } from "@/server/trpc/request-context";
import { authenticate, type Credentials } from "./authenticate";

/** The context of a request with these headers. */
export async function authenticatedContext(credentials: Credentials): Promise<Context> {
  const authenticated = await authenticate(credentials);
  return requestContext(credentials, authenticated?.session ?? null);
}
