import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { streamRows } from "@/server/http/stream-rows";
import { actorContext, createUser } from "@/testing/factories";
import { exportedUserColumns, exportUsers } from "./export-users";

let admin: Actor;

beforeAll(async () => {
  admin = await createUser({ role: "admin" });
  await database().db.execute(sql`
    insert into users (username, display_name, status, created_at)
    select 'crowd' || n, case n when 7 then '=HYPERLINK("x")' when 8 then 'Ada, "Countess"' else 'Crowd ' || n end,
      'active', now() - n * interval '1 minute'
    from generate_series(1, 2500) n`);
});

const exported = (format: "csv" | "json", query = "crowd") =>
  streamRows(exportUsers(actorContext(admin), { format, list: { query, status: "active" } }), {
    format,
    name: "people",
    columns: exportedUserColumns,
  });

it("gives everybody whom the filter matches, once, over all batches", async () => {
  const rows: { username: string }[] = await exported("json").json();
  expect(rows.map(({ username }) => username)).toEqual(
    Array.from({ length: 2500 }, (_, index) => `crowd${index + 1}`),
  );
  expect(await exported("json", "nobody-of-this-name").json()).toEqual([]);
});

it("gives spreadsheets no formulas", async () => {
  const lines = new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(await exported("csv").arrayBuffer())
    .split("\r\n");
  expect(lines[0]).toBe(`\uFEFF${exportedUserColumns.join(",")}`);
  expect(lines).toHaveLength(2502);
  expect(lines[7]).toContain(`"'=HYPERLINK(""x"")"`);
  expect(lines[8]).toContain(`"Ada, ""Countess"""`);
});

it("stands in the audit log with what was asked for", async () => {
  await exported("csv", "crowd77").text();
  const entries = await database()
    .db.select()
    .from(auditEntries)
    .where(eq(auditEntries.action, "people.exported"));
  expect(entries.at(-1)).toMatchObject({
    actorId: admin.id,
    after: { format: "csv", filter: { query: "crowd77", status: "active" } },
  });
});
