import ipaddr from "ipaddr.js";
import { parseAddress } from "./network";

/** What one customer of a provider usually has: 24 bits of IPv4, 64 of IPv6. Returns null for no address. */
export function subnetOf(address: string): string | null {
  const parsed = parseAddress(address);
  if (!parsed) return null;
  const bits = parsed.kind() === "ipv4" ? 24 : 64;
  const start =
    parsed.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(`${parsed}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/${bits}`);
  return `${start}/${bits}`;
}
