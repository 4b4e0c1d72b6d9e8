import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import PusherServer from "pusher";
import { expect, it, onTestFinished } from "vitest";
import { countListeners } from "./count-listeners";
import { identifyProcess } from "./process-identity";
import { requireSoleListener, type SoketiServer, startSoketi } from "./soketi";
import { eventually } from "./testing/eventually";
import { runScript } from "./testing/run-script";
import { scratchFolder } from "./testing/scratch-folder";

const app = { id: "1", key: "key", secret: "secret" };

async function start(runDir: string, said: string[] = []): Promise<SoketiServer> {
  const server = await startSoketi({ runDir, app, log: (line) => said.push(line) });
  onTestFinished(() => server.stop(true));
  return server;
}

async function publish({ host, port }: SoketiServer): Promise<number> {
  const pusher = new PusherServer({
    host,
    port: String(port),
    appId: app.id,
    key: app.key,
    secret: app.secret,
  });
  return (await pusher.trigger("channel", "event", {})).status;
}

/** Another program that joins a port with SO_REUSEPORT, as a second Soketi would. */
async function joinPort(port: number): Promise<void> {
  const library = createRequire(import.meta.url).resolve("uWebSockets.js");
  const code = `require(${JSON.stringify(library)}).App().listen("127.0.0.1", ${port}, (s) => console.log(s ? "joined" : "refused"))`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [chunk] = await once(child.stdout, "data");
  expect(String(chunk).trim()).toBe("joined");
}

it("publishes with its own secrets, on loopback alone", async () => {
  const server = await start(scratchFolder());
  expect(await publish(server)).toBe(200);
  const table = readFileSync("/proc/net/tcp", "utf8") + readFileSync("/proc/net/tcp6", "utf8");
  const suffix = `:${server.port.toString(16).toUpperCase()}`;
  const LOOPBACK = "0100007F";
  expect(table.split(/\s+/).filter((field) => field.endsWith(suffix))).toContain(`${LOOPBACK}${suffix}`);
  expect(table).not.toContain(`00000000${suffix} `);
});

it("notices another program on its port", async () => {
  const server = await start(scratchFolder());
  const pid = server.pid() as number;
  await expect(requireSoleListener(server.port, pid)).resolves.toBeUndefined();
  await joinPort(server.port);
  expect(await countListeners(server.port, pid)).toEqual({ total: 2, own: 1 });
  await expect(requireSoleListener(server.port, pid)).rejects.toThrow("another process shares it");
});

it("comes back on the same port after kill -9", async () => {
  const said: string[] = [];
  const server = await start(scratchFolder(), said);
  process.kill(server.pid() as number, "SIGKILL");
  await eventually(() => expect(said).toContain("Soketi runs again"));
  expect(await publish(server)).toBe(200);
});

it("stops within moments when told to", async () => {
  const server = await start(scratchFolder());
  const pid = server.pid() as number;
  const began = Date.now();
  await server.stop();
  expect(identifyProcess(pid)).toBeNull();
  expect(Date.now() - began).toBeLessThan(2_500);
});

it("dies with its supervisor", async () => {
  const folder = scratchFolder();
  const script = runScript(
    folder,
    `import { startSoketi } from "#/soketi";
     const server = await startSoketi({ runDir: ${JSON.stringify(folder)}, app: ${JSON.stringify(app)}, log() {} });
     console.log("pid", server.pid());`,
  );
  const pid = Number((await script.says(/pid (\d+)/))[1]);
  expect(identifyProcess(pid)).not.toBeNull();
  script.child.kill("SIGKILL");
  await eventually(() => expect(identifyProcess(pid)).toBeNull());
});

it("ends the one of an earlier run, and nothing else that its record might name", async () => {
  const runDir = scratchFolder();
  const orphan = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
  onTestFinished(() => void [orphan, bystander].map((child) => child.kill("SIGKILL")));
  const record = join(runDir, "soketi.json");

  writeFileSync(record, JSON.stringify({ pid: bystander.pid, started: "long ago" }));
  await (await start(runDir)).stop();
  expect(identifyProcess(bystander.pid as number)).not.toBeNull();

  writeFileSync(record, JSON.stringify(identifyProcess(orphan.pid as number)));
  await start(runDir);
  expect(identifyProcess(orphan.pid as number)).toBeNull();
});
