import { env } from "@/server/env";

/** Where the vendors of browsers take messages for them. */
const vendors = ["fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"];

/**
 * Whether an address is one of a push service. The server sends requests there because somebody said so: it must
 * not be talked into sending them to machines in its own network.
 */
export function isPushService(endpoint: string): boolean {
  const { protocol, hostname, username, password, port, origin } = new URL(endpoint);
  if (username || password) return false;
  if (env().PUSH_SERVICES.includes(origin)) return true;
  const known = vendors.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return known && protocol === "https:" && port === "";
}
