import { isIPv4, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

export type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** An address range: its first address and how many leading bits count. */
export type Network = [Address, number];

/** Reads `10.0.0.0/8`, `::1` and the like. Returns null for anything else. */
export function parseNetwork(text: string): Network | null {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  const address = parseAddress(text);
  return address && [address, address.kind() === "ipv4" ? 32 : 128];
}

/** Whether an address lies in one of the ranges. */
export function isWithin(address: Address, networks: Network[]): boolean {
  return networks.some(([start, bits]) => start.kind() === address.kind() && address.match(start, bits));
}

/** Reads an address; IPv4 that arrives on an IPv6 socket becomes plain IPv4. Returns null for anything else. */
export function parseAddress(text: string): Address | null {
  // Every request comes by here: the library's own checks throw for what is no address, which costs more than the rest.
  if (isIPv4(text)) return ipaddr.IPv4.parse(text);
  return isIPv6(text) ? ipaddr.process(text) : null;
}
