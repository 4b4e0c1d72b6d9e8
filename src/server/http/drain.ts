import type { Server } from "node:http";

/** How long requests under way may take to finish, in milliseconds. */
const graceMs = 8_000;

/** Takes no new connections, lets requests finish, and closes what is idle, upgraded or too slow. */
export async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  server.emit("drain-sockets");
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(force);
}
