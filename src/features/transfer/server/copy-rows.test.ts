import { describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { copyRows } from "./copy-rows";

const copy = (rows: Iterable<unknown[]>) =>
  database().sql.begin(async (sql) => {
    await sql`create temporary table numbers (n int primary key, name text) on commit drop`;
    await copyRows(sql, "numbers", ["n", "name"], rows, { signal: new AbortController().signal });
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from numbers`;
    return row?.count;
  });

function* numbered(count: number, last: number) {
  for (let n = 1; n < count; n++) yield [n, "a name\twith\nwhat must be escaped"];
  yield [last, null];
}

describe("copying rows", () => {
  it.each([1, 10, 50_000])("copies %i", async (count) => {
    expect(await copy(numbered(count, count))).toBe(count);
  });

  it.each([2, 50_000])("fails when the last of %i is refused, and does not wait for ever", async (count) => {
    await expect(copy(numbered(count, 1))).rejects.toThrow();
    await expect(copy(numbered(count, count))).resolves.toBe(count);
  });
});
