import type { IncomingMessage, Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { env } from "@/server/env";
import { clientAddress } from "./client-address";
import { sameOrigin } from "./origin";

/** Whether an address may reach the product. */
type Admits = (ip: string | null) => Promise<boolean>;
/** Whether the instance is closed for whoever asks. */
type IsClosedFor = (request: IncomingMessage) => Promise<boolean>;
/** Answers an upgrade, or says that it does not. */
type UpgradeHandler = (request: IncomingMessage, socket: Socket, head: Buffer) => boolean;

/** How often open sockets are looked at again, in milliseconds. */
const recheckMs = 500;

/** Only the Pusher protocol's own path: the rest of Soketi's HTTP interface is not for the outside. */
const pusherPath = /^\/app\/[A-Za-z0-9_-]+(\?|$)/;

/**
 * Passes WebSocket upgrades on `/app/*` to Soketi, socket to socket. Others go to `fallback` (Next's, in
 * development), and are refused where it does not answer. Addresses that `admits` refuses, and whomever the instance is closed for, get no
 * socket and lose those that they have.
 */
export function proxyUpgrades(
  server: Server,
  fallback: UpgradeHandler | null,
  admits: Admits,
  isClosedFor: IsClosedFor = async () => false,
) {
  const open = new Map<Duplex, { ip: string | null; request: IncomingMessage }>();
  server.on("upgrade", async (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const ip = clientAddress(request);
    if (!(await admits(ip))) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    if (!pusherPath.test(request.url ?? "")) {
      if (!fallback?.(request, socket, head)) socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
      return;
    }
    if (!sameOrigin(request)) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    if (await isClosedFor(request)) {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
      return;
    }
    open.set(socket, { ip, request });
    socket.on("close", () => open.delete(socket));
    splice(request, socket, head);
  });
  server.on("drain-sockets", () => {
    for (const socket of open.keys()) socket.destroy();
  });
  const checking = setInterval(() => void closeRefused(open, admits, isClosedFor), recheckMs).unref();
  server.on("close", () => clearInterval(checking));
}

/** Closes the sockets of addresses that are no longer admitted, and of people for whom the instance was closed. */
async function closeRefused(
  open: Map<Duplex, { ip: string | null; request: IncomingMessage }>,
  admits: Admits,
  isClosedFor: IsClosedFor,
) {
  const refused = new Set<string | null>();
  for (const ip of new Set([...open.values()].map((each) => each.ip))) {
    if (!(await admits(ip))) refused.add(ip);
  }
  for (const [socket, { ip, request }] of open) {
    if (refused.has(ip) || (await isClosedFor(request))) socket.destroy();
  }
}

function splice(request: IncomingMessage, socket: Socket, head: Buffer) {
  const { SOKETI_HOST, SOKETI_PORT } = env();
  const upstream = connect(SOKETI_PORT, SOKETI_HOST);
  upstream.setNoDelay(true);
  socket.setNoDelay(true);
  socket.setTimeout(0);
  upstream.on("connect", () => {
    const lines = [`GET ${request.url} HTTP/1.1`];
    for (let i = 0; i < request.rawHeaders.length; i += 2) {
      lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
    }
    upstream.write(`${lines.join("\r\n")}\r\n\r\n`);
    upstream.write(head);
    upstream.pipe(socket);
    socket.pipe(upstream);
  });
  upstream.on("error", () => socket.destroy());
  upstream.on("close", () => socket.destroy());
  socket.on("close", () => upstream.destroy());
}
