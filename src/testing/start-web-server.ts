import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerRequests, createWebServer } from "@/web-server";

/**
 * The product's HTTP server on a free port of loopback, without pages: `handlePage` stands in for Next.
 * Its address is what browsers would be told.
 */
export async function startWebServer(
  handlePage: (request: IncomingMessage, response: ServerResponse) => void = (_, response) =>
    response.writeHead(404).end(),
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createWebServer();
  answerRequests(server, handlePage);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
