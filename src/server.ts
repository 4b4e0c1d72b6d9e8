import { auditSealer } from "@/features/audit-log/server/audit-sealer";
import { pulseTeller } from "@/features/dashboard/server/pulse-teller";
import { doFollowUps } from "@/features/notifications/server/do-follow-ups";
import { presenceTracker } from "@/features/presence/server/presence-tracker";
import { admitAddress } from "@/features/security/server/ip-rules/admit-address";
import { prepareFirstAdmin } from "@/features/users/server/prepare-first-admin";
import { isClosedFor } from "@/maintenance-page";
import { preparePages } from "@/prepare-pages";
import { database } from "@/server/db/client";
import { env } from "@/server/env";
import { followUpRunner } from "@/server/follow-ups/follow-ups";
import { drain } from "@/server/http/drain";
import { proxyUpgrades } from "@/server/http/proxy-upgrades";
import { prepareJobs } from "@/server/jobs/prepare-jobs";
import { log } from "@/server/log/log";
import { publisher } from "@/server/realtime/publisher";
import { flushTallies } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { answerRequests, createWebServer } from "@/web-server";
import { jobs } from "@/worker/registry";
import { startWorker } from "@/worker/worker";

/** The web process: tRPC on its own adapter, Next for everything else, sockets passed on to Soketi. */
async function main() {
  const { HOST, PORT, APP_URL, WORKER, DATABASE_URL } = env();
  await prepareJobs(DATABASE_URL, jobs);
  if (WORKER === "only") return onlyWork();
  process.env.NEXTAUTH_URL = APP_URL;
  const server = createWebServer();
  const pages = await preparePages({ dev: process.env.NODE_ENV !== "production", port: PORT });
  answerRequests(server, pages.handle);
  proxyUpgrades(server, pages.takeSocket, admitAddress, isClosedFor);

  publisher().start();
  presenceTracker().start();
  followUpRunner().start(() => doFollowUps(systemContext()));
  auditSealer().start();
  pulseTeller().start();
  const worker = WORKER === "off" ? null : await startWorker(jobs);
  const announceFirstAdmin = await prepareFirstAdmin();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, resolve);
  });
  log().info({ port: PORT }, "listening");
  process.send?.({ type: "ready" });
  announceFirstAdmin();

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await drain(server);
    await worker?.stop();
    await presenceTracker().stop();
    await followUpRunner().stop();
    await auditSealer().stop();
    await pulseTeller().stop();
    await publisher().stop();
    await flushTallies();
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
  const worker = await startWorker(jobs);
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
