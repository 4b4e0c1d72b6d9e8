import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { describe, expect, it, onTestFinished } from "vitest";
import { connectToServices } from "./connect-to-services";
import { type ServicesOptions, startServices } from "./services";
import { eventually } from "./testing/eventually";
import { runScript } from "./testing/run-script";
import { scratchFolder } from "./testing/scratch-folder";

const external = {
  SOKETI_HOST: "soketi.example.org",
  SOKETI_PORT: "6001",
  SOKETI_APP_ID: "id",
  SOKETI_APP_KEY: "key",
  SOKETI_APP_SECRET: "secret",
};
const database = { DATABASE_URL: "postgres://offchat:pw@db.example.org:5432/offchat" };

async function start(dataDir: string, options: Partial<ServicesOptions> = {}) {
  const services = await startServices({ dataDir, durable: false, environment: {}, ...options });
  onTestFinished(() => services.stop(true));
  return services;
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1 });
  try {
    return (await sql`select 1`).length === 1;
  } finally {
    await sql.end();
  }
}

describe("startServices", () => {
  it("keeps the secrets of a data folder to its owner, and the same from start to start", async () => {
    const dataDir = join(scratchFolder(), "data");
    const first = await start(dataDir);
    expect(await answers(first.environment.DATABASE_URL)).toBe(true);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const file of ["secrets.json", "run/services.json", "run/soketi-config.json"]) {
      expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600);
    }
    await first.stop();
    expect(existsSync(join(dataDir, "run/services.json"))).toBe(false);
    const second = await start(dataDir);
    expect(second.environment.SOKETI_APP_SECRET).toBe(first.environment.SOKETI_APP_SECRET);
  });

  it("refuses a second supervisor and says where the first one is", async () => {
    const dataDir = scratchFolder();
    await start(dataDir, { environment: database, address: "https://chat.example.org" });
    await expect(start(dataDir)).rejects.toThrow(
      `OffChat already runs on the data folder ${dataDir} (process ${process.pid} at https://chat.example.org)`,
    );
  });

  it("takes over from one that was killed", async () => {
    const dataDir = scratchFolder();
    const script = runScript(
      dataDir,
      `import { startServices } from "#/services";
       await startServices({ dataDir: ${JSON.stringify(dataDir)}, durable: false, environment: {} });
       console.log("runs");`,
    );
    await script.says(/runs/);
    script.child.kill("SIGKILL");
    await script.ended;
    expect(await answers((await start(dataDir)).environment.DATABASE_URL)).toBe(true);
  });

  it("does not take the lock's word for a process that merely has its number", async () => {
    const dataDir = scratchFolder();
    await (await start(dataDir, { environment: database })).stop();
    const lock = { pid: process.pid, started: "in an earlier life", address: null };
    writeFileSync(join(dataDir, "run", "supervisor.json"), JSON.stringify(lock));
    expect((await start(dataDir, { environment: database })).processes).toHaveLength(1);
  });

  it("starts nothing where both services are external", async () => {
    const dataDir = join(scratchFolder(), "data");
    const services = await start(dataDir, { environment: { ...external, ...database } });
    expect(services).toMatchObject({ environment: { ...external, ...database }, processes: [] });
    expect(existsSync(dataDir)).toBe(false);
  });

  it("starts only the one that is not external", async () => {
    const services = await start(scratchFolder(), { environment: external });
    expect(services.environment).toMatchObject(external);
    expect(services.processes.map(({ name }) => name)).toEqual(["PostgreSQL"]);
    expect(await answers(services.environment.DATABASE_URL)).toBe(true);
  });

  it("leaves nothing behind when it is called off while starting", async () => {
    const dataDir = scratchFolder();
    await expect(start(dataDir, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(readdirSync(join(dataDir, "run"))).toEqual(["soketi-config.json"]);
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("says what to do about secrets that cannot be read", async () => {
    const dataDir = scratchFolder();
    writeFileSync(join(dataDir, "secrets.json"), "{ half");
    await expect(start(dataDir)).rejects.toThrow(/secrets.json is damaged: restore it/);
  });

  it("says what to do about a folder that cannot be made", async () => {
    await expect(start(join("/dev/null", "data"))).rejects.toThrow(
      /data folder \/dev\/null\/data cannot be written/,
    );
  });
});

describe("connectToServices", () => {
  it("uses the running services and leaves them running", async () => {
    const dataDir = scratchFolder();
    const running = await start(dataDir);
    const connected = await connectToServices(dataDir, { environment: {} });
    expect(connected.environment).toEqual(running.environment);
    await connected.stop();
    expect(await answers(running.environment.DATABASE_URL)).toBe(true);
  });

  it("starts its own for the duration where none run", async () => {
    const dataDir = scratchFolder();
    const connected = await connectToServices(dataDir, { environment: {}, durable: false });
    expect(await answers(connected.environment.DATABASE_URL)).toBe(true);
    await connected.stop();
    await eventually(() => expect(readdirSync(join(dataDir, "run"))).toEqual(["soketi-config.json"]));
    expect(() => readFileSync(join(dataDir, "postgres", "postmaster.pid"))).toThrow("ENOENT");
  });
});
