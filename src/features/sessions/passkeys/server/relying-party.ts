import { env } from "@/server/env";

/** Whom passkeys are for: the instance's public address, whatever a request claims to have asked. */
export function relyingParty(): { id: string; origin: string } {
  const { APP_URL } = env();
  return { id: new URL(APP_URL).hostname, origin: APP_URL };
}
