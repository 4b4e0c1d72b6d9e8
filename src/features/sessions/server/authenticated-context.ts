import { needsSecondFactor } from "@/features/settings/second-factor-demand";
import { getSettings } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { requestContext } from "@/server/trpc/request-context";
import { type Authenticated, authenticate, type Credentials } from "./authenticate";

/**
 * The context of a request with these headers. Whoever must have a second factor and has none is no `actor`: what
 * does not ask for `enrolling` by name is closed to them.
 */
export async function authenticatedContext(credentials: Credentials): Promise<Context> {
  const authenticated = await authenticate(credentials);
  const enrolling = authenticated !== null && (await isEnrolmentDue(authenticated));
  return requestContext(credentials, authenticated?.session ?? null, { enrolling });
}

async function isEnrolmentDue({ session }: Authenticated): Promise<boolean> {
  if (session.hasSecondFactor) return false;
  return session.secondFactorRequired || needsSecondFactor(session.actor.role, await getSettings());
}
