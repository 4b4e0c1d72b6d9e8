import { describe, expect, it, vi } from "vitest";
import { processSingleton } from "@/server/process-singleton";
import { database } from "./client";

describe("database", () => {
  it("is one pool a process, although pages and the server are bundled apart", async () => {
    const first = database();
    vi.resetModules();
    const other = await import("./client");
    expect(other.database).not.toBe(database);
    expect(other.database()).toBe(first);
  });

  it("comes back within a moment of an outage, however often it has tried", () => {
    const { backoff } = database().sql.options;
    for (const attempts of [1, 10, 1_000]) {
      expect(typeof backoff === "function" && backoff(attempts)).toBeLessThan(1);
    }
  });

  it("has its tables", async () => {
    const [row] = await database().sql`select count(*)::int as count from users`;
    expect(row).toEqual({ count: 0 });
  });
});

describe("processSingleton", () => {
  it("creates an instance once, even when it is null", () => {
    const create = vi.fn(() => null);
    expect(processSingleton("test-null", create)).toBeNull();
    expect(processSingleton("test-null", create)).toBeNull();
    expect(create).toHaveBeenCalledTimes(1);
  });
});

describe("a connection that is lost", () => {
  it("fails the transaction on it, and every connection serves again", async () => {
    const { sql } = database();
    const cut = async (n: number) => {
      await sql.begin(async (tx) => {
        await tx`select ${n}::int, pg_terminate_backend(pg_backend_pid())`;
      });
    };
    const cuts = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => cut(n)));
    expect(cuts.every(({ status }) => status === "rejected")).toBe(true);
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, n) => sql`select ${n}::int as n`),
    );
    // A connection takes up to ten seconds to say that it cannot be made.
    expect(answers.filter(({ status }) => status === "rejected").length).toBeLessThanOrEqual(20);
    expect(await Promise.all(Array.from({ length: 200 }, (_, n) => sql`select ${n}::int as n`))).toHaveLength(
      200,
    );
  });
});
