import { publicEndpoint } from "@/server/realtime/public-endpoint";

/** Where a browser connects for live events, and the key (public by design) that it names. */
export function getLiveEndpoint(): { key: string; url: string | null } {
  return publicEndpoint();
}
