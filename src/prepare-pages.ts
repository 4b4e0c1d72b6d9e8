import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import next from "next";
import { withBuiltFiles } from "@/server/http/built-files";

export type Pages = {
  handle: (request: IncomingMessage, response: ServerResponse) => unknown;
  /** Takes the sockets over which edited code comes, and says whether it did: in development. */
  takeSocket: ((request: IncomingMessage, socket: Socket, head: Buffer) => boolean) | null;
};

/** Next, and what has to do with it. Without `dir`, the pages of the folder that the process runs in. */
export async function preparePages({
  dev,
  port,
  dir,
}: {
  dev: boolean;
  port: number;
  dir?: string;
}): Promise<Pages> {
  // Next would look at every socket, and find that it has no page for it: it listens to a server to which only those
  // come that are handed on to it.
  const sockets = createServer();
  const app = next({ dev, dir, httpServer: sockets, hostname: "localhost", port });
  await app.prepare();
  const handlePage = app.getRequestHandler();
  if (!dev) return { handle: withBuiltFiles(".next/static", handlePage), takeSocket: null };
  return {
    handle: handlePage,
    // `getUpgradeHandler` of a custom server does nothing. Nobody listens before the first request for a page.
    takeSocket: (request, socket, head) => sockets.emit("upgrade", request, socket, head),
  };
}
