import type { IncomingMessage } from "node:http";

/** Carries the client's address from our own HTTP server to Next; whatever a client sends in it is replaced. */
export const clientAddressHeader = "x-offchat-client-address";

/** The address at the other end of the connection, IPv4 in its own notation. */
export function clientAddress(request: IncomingMessage): string | null {
  return request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? null;
}
