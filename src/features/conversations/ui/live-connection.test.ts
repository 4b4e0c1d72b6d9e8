import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, expect, it, vi } from "vitest";
import { WebSocketServer } from "ws";
import { openLiveConnection } from "./live-connection";

const established = JSON.stringify({
  event: "pusher:connection_established",
  data: JSON.stringify({ socket_id: "1.2", activity_timeout: 30 }),
});

/** A server that does with each attempt to connect what `answer` says. */
async function serve(answer: (attempt: number, accept: () => void, refuse: () => void) => void) {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer();
  let attempts = 0;
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    attempts += 1;
    const accept = () => sockets.handleUpgrade(request, socket, head, (each) => each.send(established));
    answer(attempts, accept, () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    attempts: () => attempts,
    close: () => server.closeAllConnections(),
  };
}

/** The connection listens to what only browsers tell. */
function connect(url: string) {
  const deaf = { addEventListener() {}, removeEventListener() {} };
  vi.stubGlobal("window", { ...deaf, location: { origin: url } });
  vi.stubGlobal("document", deaf);
  const connection = openLiveConnection({
    endpoint: { key: "key", url },
    authorize: async () => ({}),
    authenticate: async () => ({ auth: "", user_data: "{}" }),
    isFinal: () => true,
  });
  const connected = new Promise<void>((resolve) => {
    connection.onState((state) => state === "connected" && resolve());
  });
  return { connection, connected };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("lets an attempt that a busy server answers late come to its end", async () => {
  const server = await serve((_, accept) => void delay(4_000).then(accept));
  const { connection, connected } = connect(server.url);
  await connected;
  expect(server.attempts()).toBe(1);
  connection.close();
  server.close();
});

it("tries again soon where an attempt was refused", async () => {
  const server = await serve((attempt, accept, refuse) => (attempt < 3 ? refuse() : accept()));
  const { connection, connected } = connect(server.url);
  // By itself the client would wait for fifteen seconds after each.
  await connected;
  expect(server.attempts()).toBe(3);
  connection.close();
  server.close();
}, 10_000);

it("does not let its attempts get rare before the server has been away for long", async () => {
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const server = await serve((attempt, accept, refuse) => (attempt < 5 ? refuse() : accept()));
  const begun = performance.now();
  const { connection, connected } = connect(server.url);
  await connected;
  expect(server.attempts()).toBe(5);
  expect(performance.now() - begun).toBeLessThan(6_000);
  connection.close();
  server.close();
}, 20_000);
