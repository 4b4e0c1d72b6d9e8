import type { IncomingMessage } from "node:http";
import { env } from "@/server/env";
import { isWithin, type Network, parseAddress } from "./network";

/** Carries the client's address from our own HTTP server to Next; whatever a client sends in it is replaced. */
export const clientAddressHeader = "x-offchat-client-address";

/**
 * The client's address, IPv4 in its own notation. `X-Forwarded-For` counts only when the connection comes
 * from a trusted proxy, and then from the right: each proxy appends whom it saw, everything further left is
 * whatever the client wrote there.
 */
export function clientAddress(request: IncomingMessage): string | null {
  return forwardedAddress(
    request.socket.remoteAddress,
    request.headers["x-forwarded-for"],
    env().TRUSTED_PROXIES,
  );
}

/** The rightmost address that is not a trusted proxy's, beginning with the connection's own. */
export function forwardedAddress(
  connection: string | undefined,
  forwardedFor: string | string[] | undefined,
  trusted: Network[],
): string | null {
  let address = parseAddress(connection ?? "");
  if (!address) return null;
  const chain = [forwardedFor ?? []].flat().join(",").split(",").reverse();
  for (const link of chain) {
    if (!isWithin(address, trusted)) break;
    const before = parseAddress(link.trim());
    if (!before) break;
    address = before;
  }
  return address.toString();
}
