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
