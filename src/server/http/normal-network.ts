import ipaddr from "ipaddr.js";
import { parseNetwork } from "./network";

/**
 * A network as the database writes it: no bit set beyond its length, IPv4 in its own notation, and always
 * with the length. Returns null for what is no address and no network.
 */
export function normalNetwork(text: string): string | null {
  const parsed = parseNetwork(text);
  if (!parsed) return null;
  const [address, bits] = parsed;
  if (address instanceof ipaddr.IPv4)
    return `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`;
  if (address.isIPv4MappedAddress() && bits >= 96)
    return normalNetwork(`${address.toIPv4Address()}/${bits - 96}`);
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/${bits}`)}/${bits}`;
}
