import ipaddr from "ipaddr.js";

/**
 * Whether an address is one of the public internet: no loopback, private, link-local, shared, multicast, reserved or
 * documentation range, and no form of IPv6 that only wraps such an IPv4 address.
 * @param text an IPv4 or IPv6 address
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === "unicast";
}
