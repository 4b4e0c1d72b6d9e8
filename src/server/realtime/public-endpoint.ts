import { env } from "@/server/env";

/** Where browsers connect, and the key (public by design) that they name. */
export function publicEndpoint(): { key: string; url: string | null } {
  const { SOKETI_APP_KEY, PUBLIC_SOKETI_URL } = env();
  return { key: SOKETI_APP_KEY, url: PUBLIC_SOKETI_URL ?? null };
}
