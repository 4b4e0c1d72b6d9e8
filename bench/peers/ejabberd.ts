import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { freePort } from "@/supervisor/free-port";

export type Ejabberd = {
  host: string;
  port: number;
  domain: string;
  /** A room of its own, archived, which is made by its first member. */
  room: (name: string) => string;
  /** How many messages of a room are in the archive. */
  countArchived: (room: string) => Promise<number>;
  stop: () => Promise<void>;
};

const control = "/usr/sbin/ejabberdctl";
const schema = "/usr/share/ejabberd/sql/pg.sql";
const domain = "localhost";

/**
 * ejabberd with its archive in a database of its own, on the PostgreSQL that the product uses.
 * @param databaseUrl any database of that server; the account may make others
 * @returns null where ejabberd is not installed and cannot be: Debian's package needs Debian, and root
 */
export async function startEjabberd(
  databaseUrl: string,
  say: (text: string) => void,
): Promise<Ejabberd | null> {
  if (!existsSync(control) && !install(say)) return null;
  const sql = await makeDatabase(databaseUrl);
  const folder = mkdtempSync(join(tmpdir(), "offchat-ejabberd-"));
  const port = await freePort();
  const configuration = join(folder, "ejabberd.yml");
  writeFileSync(configuration, configurationFor(port, sql.options));
  const spool = join(folder, "spool");
  mkdirSync(spool);
  const server = spawn(
    "/usr/bin/erl",
    ["+K", "true", "+P", "250000", "-noinput", "-mnesia", "dir", `"${spool}"`, "-s", "ejabberd"],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "ignore"],
      env: {
        ...process.env,
        HOME: folder,
        ERL_LIBS: librariesOf(control),
        ERL_MAX_PORTS: "32000",
        EJABBERD_CONFIG_PATH: configuration,
        EJABBERD_LOG_PATH: join(folder, "ejabberd.log"),
      },
    },
  );
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
    await sql.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(server, port);
  } catch (error) {
    const log = join(folder, "ejabberd.log");
    if (existsSync(log)) say(readFileSync(log, "utf8").slice(-2_000));
    await stop();
    throw error;
  }
  return {
    host: "127.0.0.1",
    port,
    domain,
    room: (name) => `${name}@conference.${domain}`,
    async countArchived(room) {
      const [row] = await sql`select count(*)::int as count from archive where username = ${room}`;
      return row?.count;
    },
    stop,
  };
}

/** Without anything that slows a room down: no shapers, no history, no presence of members to each other. */
function configurationFor(port: number, { host, port: sqlPort, database, user, pass }: SqlOptions): string {
  return `
hosts: ["${domain}"]
loglevel: error
auth_method: [anonymous]
anonymous_protocol: sasl_anon
allow_multiple_connections: true
disable_sasl_mechanisms: ["digest-md5", "X-OAUTH2"]
default_db: mnesia
sql_type: pgsql
sql_server: "${host[0]}"
sql_port: ${sqlPort[0]}
sql_database: "${database}"
sql_username: "${user}"
sql_password: "${pass}"
sql_pool_size: 20
listen:
  - port: ${port}
    ip: "127.0.0.1"
    module: ejabberd_c2s
    starttls: false
    max_stanza_size: 262144
access_rules:
  everybody: { allow: all }
modules:
  mod_mam:
    db_type: sql
    default: always
  mod_muc:
    access: everybody
    access_create: everybody
    access_persistent: everybody
    access_mam: everybody
    history_size: 0
    max_users: 5000
    max_users_admin_threshold: 5000
    min_message_interval: 0
    default_room_options:
      mam: true
      persistent: false
      presence_broadcast: []
      max_users: 5000
`;
}

type Sql = ReturnType<typeof postgres>;
type SqlOptions = Sql["options"];

async function makeDatabase(databaseUrl: string): Promise<Sql> {
  const admin = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe("drop database if exists ejabberd with (force)");
  await admin.unsafe("create database ejabberd");
  await admin.end();
  const url = new URL(databaseUrl);
  url.pathname = "/ejabberd";
  const sql = postgres(url.href, { max: 1, onnotice: () => {}, password: resolvePassword(url) });
  await sql.unsafe(readFileSync(schema, "utf8"));
  return sql;
}

const resolvePassword = (url: URL) => decodeURIComponent(url.password);

/** Where Debian keeps Erlang's libraries depends on the processor; its own script knows. */
function librariesOf(script: string): string {
  return /^ERL_LIBS='([^']+)'/m.exec(readFileSync(script, "utf8"))?.[1] ?? "/usr/lib/erlang/lib";
}

function install(say: (text: string) => void): boolean {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0)
    return false;
  say("installing ejabberd");
  const options = {
    stdio: "ignore",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  } as const;
  spawnSync("apt-get", ["update", "-q"], options);
  spawnSync(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", "ejabberd", "erlang-p1-pgsql"],
    options,
  );
  return existsSync(control);
}

async function listening(server: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answers = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (answers) return;
    if (server.exitCode !== null) throw new Error(`ejabberd ended with exit code ${server.exitCode}`);
    if (Date.now() > deadline) throw new Error("ejabberd did not start in time");
    await delay(100);
  }
}
