import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { freePort } from "./free-port";
import { identifyProcess } from "./process-identity";
import { eventually } from "./testing/eventually";
import { type RunningScript, runScript } from "./testing/run-script";
import { scratchFolder } from "./testing/scratch-folder";

/** A web process that keeps the contract of src/server.ts in few lines, and tells its number. */
const WEB = `
import { createServer } from "node:http";
const server = createServer((request, response) => response.writeHead(request.url === "/api/health" ? 200 : 404).end());
server.listen(process.env.PORT, () => {
  console.log("web", process.pid, process.env.NODE_ENV, process.env.AUTH_SECRET.length, process.env.DATABASE_URL.split("@")[0].length);
  process.send({ type: "setup-link", url: process.env.APP_URL + "/set-up/abc" });
});
process.on("SIGTERM", () => { console.log("drained"); process.exit(0); });
process.on("disconnect", () => process.exit(0));
`;

async function run(dataDir: string, environment: Record<string, string> = {}) {
  const port = environment.PORT ?? String(await freePort());
  const web = join(dataDir, "web.mjs");
  writeFileSync(web, WEB);
  const program = runScript(
    dataDir,
    `import { runApplication } from "#/run-application";
     import { runProgram } from "#/run-program";
     await runProgram(async (shutdown) => {
       await runApplication({ parameters: [${JSON.stringify(web)}], mode: "production", shutdown });
     });`,
    { PORT: port, OFFCHAT_DATA_DIR: dataDir, ...environment },
  );
  onTestFinished(async () => {
    program.child.kill("SIGINT");
    await program.ended;
  });
  return { program, port };
}

/** Every process that belongs to a running application. */
async function processes(dataDir: string, program: RunningScript): Promise<Record<string, number>> {
  const record = (name: string) =>
    Number(JSON.parse(readFileSync(join(dataDir, "run", `${name}.json`), "utf8")).pid);
  await program.says(/OffChat runs at/);
  const postgres = Number.parseInt(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8"), 10);
  return { web: record("web"), soketi: record("soketi"), postgres };
}

it("starts everything, says where it is, and ends everything in order", async () => {
  const dataDir = scratchFolder();
  const { program, port } = await run(dataDir);
  await program.says(new RegExp(`OffChat runs at http://localhost:${port} `));
  await program.says(new RegExp(`http://localhost:${port}/set-up/abc`));
  expect(program.output()).toMatch(/web \d+ production 64 \d+/);
  const pids = await processes(dataDir, program);

  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
  expect(program.output()).toContain("drained");
  for (const [name, pid] of Object.entries(pids)) expect(identifyProcess(pid), name).toBeNull();
  expect(readdirSync(join(dataDir, "run"))).toEqual(["soketi-config.json"]);
});

it("leaves neither server nor Soketi when it is killed, and starts again after", async () => {
  const dataDir = scratchFolder();
  const first = await run(dataDir);
  const { web = 0, soketi = 0, postgres = 0 } = await processes(dataDir, first.program);
  first.program.child.kill("SIGKILL");
  await eventually(() => {
    expect(identifyProcess(web)).toBeNull();
    expect(identifyProcess(soketi)).toBeNull();
  });
  const second = await run(dataDir, { PORT: first.port });
  const now = await processes(dataDir, second.program);
  expect(identifyProcess(postgres)).toBeNull();
  expect(now.postgres).not.toBe(postgres);
});

it("starts the server again when it dies", async () => {
  const dataDir = scratchFolder();
  const { program, port } = await run(dataDir);
  const { web = 0 } = await processes(dataDir, program);
  process.kill(web, "SIGKILL");
  await program.says(/The server runs again/);
  expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
});

it("ends at once and starts nothing when the port is taken", async () => {
  const dataDir = scratchFolder();
  const port = await freePort();
  const other = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void other.close());
  const { program } = await run(dataDir, { PORT: String(port), HOST: "127.0.0.1" });
  expect(await program.ended).toBe(1);
  expect(program.output().trim().split("\n")).toEqual([
    expect.stringContaining(`Port ${port} of 127.0.0.1 cannot be`),
  ]);
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
});

it("ends with one sentence when the database is down, and leaves no Soketi", async () => {
  const dataDir = scratchFolder();
  const { program } = await run(dataDir, { DATABASE_URL: "postgres://offchat:hidden@127.0.0.1:1/offchat" });
  expect(await program.ended).toBe(1);
  expect(program.output().trim()).toBe(
    "The database server 127.0.0.1:1 does not answer (ECONNREFUSED): start it, or correct DATABASE_URL.",
  );
  expect(readdirSync(join(dataDir, "run"))).toEqual(["soketi-config.json"]);
});

it("can be interrupted while it is starting", async () => {
  const dataDir = scratchFolder();
  const { program } = await run(dataDir);
  await eventually(() => expect(existsSync(join(dataDir, "run", "soketi.json"))).toBe(true));
  program.child.kill("SIGINT");
  expect(await program.ended).toBe(0);
  expect(readdirSync(join(dataDir, "run"))).toEqual(["soketi-config.json"]);
  expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
});
