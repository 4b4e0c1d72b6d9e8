import { createServer } from "node:http";
import next from "next";
import { presenceTracker } from "@/features/presence/server/presence-tracker";
import { announceFirstAdmin } from "@/features/users/server/announce-first-admin";
import { database } from "@/server/db/client";
import { env } from "@/server/env";
import { clientAddress, clientAddressHeader } from "@/server/http/client-address";
import { drain } from "@/server/http/drain";
import { isForeignOrigin } from "@/server/http/origin";
import { proxyUpgrades } from "@/server/http/proxy-upgrades";
import { log } from "@/server/log/log";
import { publisher } from "@/server/realtime/publisher";
import { trpcHandler, trpcPath } from "@/trpc/http-handler";
import { startWorker } from "@/worker/worker";

/** The web process: tRPC on its own adapter, Next for everything else, sockets passed on to Soketi. */
async function main() {
  const { HOST, PORT, APP_URL, WORKER } = env();
  if (WORKER === "only") return onlyWork();
  process.env.NEXTAUTH_URL = APP_URL;
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 20_000 });
  const dev = process.env.NODE_ENV !== "production";
  const app = next({ dev, httpServer: server, hostname: "localhost", port: PORT });
  await app.prepare();
  const handlePage = app.getRequestHandler();

  server.on("request", (request, response) => {
    const url = request.url ?? "/";
    request.headers[clientAddressHeader] = clientAddress(request) ?? "";
    if (url === "/api/health") {
      response.writeHead(200, { "content-type": "application/json" }).end('{"status":"ok"}');
    } else if (isForeignOrigin(request)) {
      response.writeHead(403, { "content-type": "application/json" }).end('{"error":"BAD_ORIGIN"}');
    } else if (url.startsWith(trpcPath)) {
      trpcHandler(request, response);
    } else {
      void handlePage(request, response);
    }
  });
  proxyUpgrades(server, dev ? app.getUpgradeHandler() : null);

  publisher().start();
  presenceTracker().start();
  const worker = WORKER === "off" ? null : await startWorker();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, resolve);
  });
  log().info({ port: PORT }, "listening");
  process.send?.({ type: "ready" });
  await announceFirstAdmin();

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await drain(server);
    await worker?.stop();
    await presenceTracker().stop();
    await publisher().stop();
    await database().close();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // Whoever started this process is gone: nothing would stop it any more.
  process.on("disconnect", stop);
}

/** A process of its own for jobs, beside web processes that run with `WORKER=off`. */
async function onlyWork() {
  const worker = await startWorker();
  process.send?.({ type: "ready" });
  const stop = async () => {
    await worker.stop();
    await publisher().stop();
    await database().close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, stop);
}

main().catch((error) => {
  log().fatal({ err: error }, "the web process could not start");
  process.exit(1);
});
