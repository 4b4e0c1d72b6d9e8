import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import { database } from "@/server/db/client";
import { outbox } from "@/server/db/schema/outbox";
import { type Services, startServices } from "@/supervisor/services";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import { publisher } from "./publisher";

const dataDir = mkdtempSync(join(tmpdir(), "offchat-test-"));
let services: Services;

beforeAll(async () => {
  // A Soketi of its own: the other test files go on using theirs.
  const environment = { DATABASE_URL: process.env.DATABASE_URL };
  services = await startServices({ dataDir, environment });
  Object.assign(process.env, services.environment);
});

afterAll(async () => {
  await services.stop(true);
  rmSync(dataDir, { recursive: true, force: true });
});

it("a message sent while the realtime server is down arrives when it is back", async () => {
  const [soketi] = services.processes;
  const pid = soketi?.pid();
  if (!soketi || !pid) throw new Error("Soketi is not running");
  const waiting = () => database().db.$count(outbox);
  const ada = await createUser();
  const { id: conversationId } = await createGroup(ada);
  await until(async () => (await waiting()) === 0, "the outbox is empty");

  process.kill(pid, "SIGKILL");
  await until(() => soketi.pid() === null, "Soketi is down");
  const sent = await sendText(ada, conversationId, "into the outage");
  await publisher().stop();
  expect(await waiting()).toBe(1);

  await until(() => soketi.pid() !== null, "Soketi is back");
  const client = await listenAs(ada);
  expect(await client.subscribe(conversationChannel(conversationId))).toBe(true);
  expect(await publisher().sweep(0)).toBe(1);
  expect(await client.event("message.created")).toEqual({ message: sent });
  await until(async () => (await waiting()) === 0, "the event left the outbox");
  client.close();
});
