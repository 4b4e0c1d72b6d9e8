import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { expect, it, onTestFinished } from "vitest";
import { type PostgresServer, startPostgres } from "./postgres";
import { identifyProcess } from "./process-identity";
import { eventually } from "./testing/eventually";
import { runScript } from "./testing/run-script";
import { scratchFolder } from "./testing/scratch-folder";

const password = "0123456789abcdef";

async function start(dataDir: string, said: string[] = [], secret = password): Promise<PostgresServer> {
  const server = await startPostgres({
    dataDir,
    password: secret,
    durable: false,
    log: (line) => said.push(line),
  });
  onTestFinished(() => server.stop(true));
  return server;
}

function connect(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  onTestFinished(() => sql.end({ timeout: 1 }));
  return sql;
}

it("gives the application a role that owns its database and is no superuser", async () => {
  const sql = connect((await start(scratchFolder())).url);
  const [role] =
    await sql`select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolsuper: false, rolcreatedb: true, rolcreaterole: false });
  await expect(sql`copy (select 1) to program 'id'`).rejects.toThrow(/permission denied/);
  await expect(sql`select pg_read_file('/etc/hostname')`).rejects.toThrow(/permission denied/);
  for (const extension of ["citext", "pg_trgm", "unaccent", "btree_gin"]) {
    await sql.unsafe(`create extension ${extension}`);
  }
  expect(await sql`select 1 from pg_stat_statements limit 1`).toHaveLength(1);
});

it("treats letters of all scripts as letters, and sorts the same on every machine", async () => {
  const sql = connect((await start(scratchFolder())).url);
  await sql`create extension pg_trgm`;
  await sql`create extension unaccent`;
  const [row] = await sql`select
    current_setting('server_encoding') as encoding,
    lower('ÉCOLE ПРИВЕТ') as lower,
    to_tsvector('simple', 'ÉCOLE Привет')::text as words,
    show_trgm('Привет') <> '{}' as trigrams,
    unaccent('Crème') as plain,
    (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as collation`;
  expect(row).toEqual({
    encoding: "UTF8",
    lower: "école привет",
    words: "'école':1 'привет':2",
    trigrams: true,
    plain: "Creme",
    collation: "b C.UTF-8",
  });
});

it("lets in nobody but the application, and only from this machine", async () => {
  const { url } = await start(scratchFolder());
  const superuser = connect(Object.assign(new URL(url), { username: "postgres" }).href);
  await expect(superuser`select 1`).rejects.toThrow(/pg_hba.conf/);
  const wrong = connect(Object.assign(new URL(url), { password: "wrong" }).href);
  await expect(wrong`select 1`).rejects.toThrow(/password authentication failed/);
  const [row] = await connect(url)`select current_setting('listen_addresses') as addresses`;
  expect(row?.addresses).toBe("127.0.0.1");
});

it("keeps the data over a stop and a start", async () => {
  const folder = scratchFolder();
  const first = await start(folder);
  await connect(first.url)`create table kept as select 42 as answer`;
  await first.stop();
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
  const again = connect((await start(folder)).url);
  expect(await again`select answer from kept`).toEqual([{ answer: 42 }]);
});

it("comes back after kill -9, on the same port and with everything that was committed", async () => {
  const said: string[] = [];
  const log = (line: string) => said.push(line);
  const server = await startPostgres({ dataDir: scratchFolder(), password, durable: true, log });
  onTestFinished(() => server.stop(true));
  await connect(server.url)`create table kept as select 42 as answer`;
  process.kill(server.pid() as number, "SIGKILL");
  await eventually(() => expect(said).toContain("PostgreSQL runs again"));
  expect(await connect(server.url)`select answer from kept`).toEqual([{ answer: 42 }]);
});

it("ends the one that outlived a killed supervisor, and starts anew", async () => {
  const folder = scratchFolder();
  const script = runScript(
    folder,
    `import { startPostgres } from "#/postgres";
     const server = await startPostgres({ dataDir: ${JSON.stringify(folder)}, password: "${password}", durable: false, log() {} });
     console.log("pid", server.pid());`,
  );
  const orphan = Number((await script.says(/pid (\d+)/))[1]);
  script.child.kill("SIGKILL");
  await script.ended;
  expect(identifyProcess(orphan)).not.toBeNull();

  const server = await start(folder);
  expect(identifyProcess(orphan)).toBeNull();
  expect(await connect(server.url)`select 1 as one`).toEqual([{ one: 1 }]);
});

it("leaves a foreign process alone whose number an old lock file names", async () => {
  const folder = scratchFolder();
  await (await start(folder)).stop();
  const lockFile = join(folder, "postgres", "postmaster.pid");
  writeFileSync(lockFile, `${process.pid}\n${join(folder, "postgres")}\n`);
  const server = await start(folder);
  expect(Number.parseInt(readFileSync(lockFile, "utf8"), 10)).toBe(server.pid());
});

it("takes over a data folder whose password was lost", async () => {
  const folder = scratchFolder();
  await (await start(folder)).stop();
  const server = await start(folder, [], "another0password");
  expect(await connect(server.url)`select 1 as one`).toEqual([{ one: 1 }]);
});

it("starts over when its first start was cut short", async () => {
  const folder = scratchFolder();
  mkdirSync(join(folder, "postgres.new"));
  writeFileSync(join(folder, "postgres.new", "half"), "");
  expect(await connect((await start(folder)).url)`select 1 as one`).toEqual([{ one: 1 }]);
});
