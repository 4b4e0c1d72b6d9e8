import type { IncomingMessage, Server } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { env } from "@/server/env";
import { sameOrigin } from "./origin";

type UpgradeHandler = (request: IncomingMessage, socket: Socket, head: Buffer) => Promise<void>;

/** Only the Pusher protocol's own path: the rest of Soketi's HTTP interface is not for the outside. */
const pusherPath = /^\/app\/[A-Za-z0-9_-]+(\?|$)/;

/**
 * Passes WebSocket upgrades on `/app/*` to Soketi, socket to socket. Others go to `fallback` (Next's, in
 * development) or are refused.
 */
export function proxyUpgrades(server: Server, fallback: UpgradeHandler | null) {
  const open = new Set<Duplex>();
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    if (!pusherPath.test(request.url ?? "")) {
      if (fallback) void fallback(request, socket, head);
      else socket.end("HTTP/1.1 404 Not Found\r\n\r\n");
      return;
    }
    if (!sameOrigin(request)) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    splice(request, socket, head);
  });
  server.on("drain-sockets", () => {
    for (const socket of open) socket.destroy();
  });
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
