import postgres from "postgres";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { ExplainedError } from "@/lib/explained-error";
import { freePort } from "@/supervisor/free-port";
import { dropDatabase } from "@/testing/drop-database";
import { migrateDatabase, requireSupportedServer } from "./migrate";

const services = inject("services");
let url: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  const name = `migrate_${crypto.randomUUID().replaceAll("-", "")}`;
  const server = postgres(services.DATABASE_URL, { max: 1 });
  await server.unsafe(`create database ${name}`);
  url = Object.assign(new URL(services.DATABASE_URL), { pathname: name }).href;
  drop = async () => {
    await dropDatabase(server, name);
    await server.end();
  };
});

afterEach(() => drop());

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(() => null).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ExplainedError);
  return (error as ExplainedError).message;
}

it("applies what is pending, once", async () => {
  expect(await migrateDatabase(url, "drizzle")).toBeGreaterThan(0);
  expect(await migrateDatabase(url, "drizzle")).toBe(0);
});

it("lets processes that start together migrate one after the other", async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrateDatabase(url, "drizzle")));
  expect(applied.filter((count) => count > 0)).toHaveLength(1);
});

it("refuses a database that a newer release has written, and leaves it as it is", async () => {
  await migrateDatabase(url, "drizzle");
  const sql = postgres(url, { max: 1 });
  const later = Date.UTC(2099, 0, 31);
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a later release', ${later})`;
  const message = await refusal(migrateDatabase(url, "drizzle"));
  expect(message).toContain("written by a newer release of OffChat");
  expect(message).toContain("2099-01-31");
  await sql.end();
});

it("refuses a server that is too old", () => {
  expect(() => requireSupportedServer(150_018)).toThrow("PostgreSQL 15, and OffChat needs 18");
  expect(() => requireSupportedServer(180_000)).not.toThrow();
});

it("says which server does not answer, without its password", async () => {
  const port = await freePort();
  const message = await refusal(
    migrateDatabase(`postgres://someone:hidden@127.0.0.1:${port}/offchat`, "drizzle"),
  );
  expect(message).toContain(`127.0.0.1:${port} does not answer`);
  expect(message).not.toContain("hidden");
});

it("says that the password is wrong", async () => {
  const wrong = Object.assign(new URL(url), { password: "wrong" }).href;
  expect(await refusal(migrateDatabase(wrong, "drizzle"))).toContain('does not let "offchat" in');
});

it("says that there is no such database", async () => {
  const missing = Object.assign(new URL(url), { pathname: "nowhere" }).href;
  expect(await refusal(migrateDatabase(missing, "drizzle"))).toContain('There is no database "nowhere"');
});
