import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { auditAnchors, auditLinks, auditUnsealed } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { systemContext } from "@/server/trpc/request-context";
import { sealEntries } from "./seal-entries";
import { trimEntries } from "./trim-entries";
import { verifyChain, verifyPart } from "./verify-chain";

const dayMs = 86_400_000;

/** Adds entries, the first of them `daysAgo`, and seals them. */
async function append(count: number, daysAgo = 0) {
  const at = new Date(Date.now() - daysAgo * dayMs).toISOString();
  await database().db.execute(sql`
    insert into audit_entries (at, action, target_type, target_id, before, after, reason)
    select ${at}::timestamptz + n * interval '1 millisecond', 'setting.changed', 'settings', 'x',
      jsonb_build_object('n', n), jsonb_build_object('n', n + 1, 'ä', '“'), 'because'
    from generate_series(1, ${count}::int) as n`);
  return sealEntries(systemContext());
}

/** What only somebody with power over the database can do: the triggers do not look. */
async function tamper(table: string, statement: string) {
  await database().sql.begin(async (tx) => {
    await tx.unsafe(`alter table ${table} disable trigger user`);
    await tx.unsafe(statement);
    await tx.unsafe(`alter table ${table} enable trigger user`);
  });
}

const entryAt = async (position: number) =>
  (await database().sql`select entry_id from audit_links where position = ${position}`)[0]
    ?.entry_id as string;

beforeEach(async () => {
  for (const table of ["audit_entries", "audit_links", "audit_seals", "audit_anchors"])
    await tamper(table, `delete from ${table}`);
  await database().db.delete(auditUnsealed);
  await append(40);
});

describe("the chain of audit entries", () => {
  it("holds every entry once, in short batches, and is sound", async () => {
    expect(await append(4_500)).toBe(4_500);
    expect(await database().db.$count(auditUnsealed)).toBe(0);
    expect(await verifyPart(null)).toMatchObject({ position: 4_540, end: 4_540, done: true, broken: null });
    expect(await append(2_000)).toBe(2_000);
    const first = await verifyPart(null);
    expect(first).toMatchObject({ position: 5_000, end: 6_540, done: false, broken: null });
    expect(await verifyPart(first.position)).toMatchObject({ position: 6_540, done: true, broken: null });
  });

  it("has one writer: many who seal at once make one chain", async () => {
    await database().db.execute(sql`
      insert into audit_entries (action, target_type, target_id)
      select 'user.approved', 'user', n::text from generate_series(1, 500) as n`);
    const sealed = await Promise.all(Array.from({ length: 5 }, () => sealEntries(systemContext())));
    expect(sealed.reduce((sum, each) => sum + each)).toBe(500);
    expect(await verifyChain()).toMatchObject({ end: 540, broken: null });
  });

  it("takes in what a slow transaction commits late", async () => {
    const { sql: slow } = database();
    await slow.begin(async (tx) => {
      await tx`insert into audit_entries (action, target_type, target_id) values ('user.approved', 'user', 'late')`;
      await append(3);
    });
    expect(await sealEntries(systemContext())).toBe(1);
    expect(await verifyChain()).toMatchObject({ end: 44, broken: null });
  });

  it.each([
    "update audit_links set entry_id = 0",
    "delete from audit_links",
    "truncate audit_links",
    "update audit_seals set position = 0",
    "delete from audit_seals",
    "delete from audit_anchors",
  ])("cannot be rewritten by the application's own role: %s", async (statement) => {
    await expect(database().sql.unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("verifying shows the first broken entry", () => {
  const broken = async () => (await verifyChain()).broken;

  it("when one was changed", async () => {
    const [id, later] = [await entryAt(7), await entryAt(20)];
    await tamper(
      "audit_entries",
      `update audit_entries set after = '{"n": 1}' where id in (${id}, ${later})`,
    );
    expect(await broken()).toEqual({ kind: "changed", position: 7, entryId: Number(id) });
  });

  it("when the country of one was changed; entries without one are sound beside it", async () => {
    await database().db.execute(sql`
      insert into audit_entries (action, target_type, target_id, ip, country)
      values ('user.approved', 'user', 'x', '193.0.6.139', 'NL')`);
    await sealEntries(systemContext());
    expect(await broken()).toBeNull();
    await tamper("audit_entries", "update audit_entries set country = 'DE' where country = 'NL'");
    expect(await broken()).toMatchObject({ kind: "changed", position: 41 });
  });

  it("when one was given another time, and its digest was made to fit", async () => {
    const id = await entryAt(7);
    await tamper("audit_entries", `update audit_entries set at = at - interval '1 ms' where id = ${id}`);
    expect(await broken()).toMatchObject({ kind: "changed", position: 7 });
    const fitting = Buffer.alloc(32).toString("hex");
    await tamper("audit_links", `update audit_links set digest = '\\x${fitting}' where position = 8`);
    expect(await broken()).toMatchObject({ position: 7 });
  });

  it("when one was removed, with its link or without", async () => {
    const id = await entryAt(9);
    await tamper("audit_entries", `delete from audit_entries where id = ${id}`);
    expect(await broken()).toEqual({ kind: "removed", position: 9, entryId: Number(id) });
    await tamper("audit_links", `delete from audit_links where position = 9`);
    expect(await broken()).toMatchObject({ kind: "link-removed", position: 9 });
  });

  it("when the last ones were removed", async () => {
    await tamper("audit_entries", `delete from audit_entries where id >= ${await entryAt(38)}`);
    await tamper("audit_links", "delete from audit_links where position >= 38");
    expect(await broken()).toEqual({ kind: "link-removed", position: 38, entryId: null });
  });

  it("when one was slipped in", async () => {
    await tamper(
      "audit_entries",
      "insert into audit_entries (action, target_type, target_id) values ('user.approved', 'user', 'forged')",
    );
    const [forged] = await database().sql`select id from audit_entries where target_id = 'forged'`;
    expect(await broken()).toEqual({ kind: "inserted", position: null, entryId: Number(forged?.id) });
  });

  it("when two changed places", async () => {
    await tamper(
      "audit_links",
      `update audit_links set position = case position when 3 then -4 else -3 end where position in (3, 4);
       update audit_links set position = -position where position < 0`,
    );
    expect(await broken()).toMatchObject({ kind: "reordered", position: 3 });
  });

  it("when the whole chain was computed anew without the key", async () => {
    await append(1);
    const signatures = Buffer.alloc(64).toString("hex");
    await tamper("audit_seals", `update audit_seals set signature = '\\x${signatures}' where position = 40`);
    expect(await broken()).toMatchObject({ kind: "seal-wrong", position: 40 });
  });
});

describe("the retention", () => {
  beforeEach(async () => {
    for (const table of ["audit_entries", "audit_links", "audit_seals"])
      await tamper(table, `delete from ${table}`);
    await append(30, 90);
    await append(20, 40);
    await append(10);
  });

  it("removes what is old, and leaves a chain that can be verified and goes on", async () => {
    expect(await trimEntries(systemContext(), new Date(Date.now() - 60 * dayMs))).toBe(30);
    expect(await database().db.$count(auditEntries)).toBe(31);
    await sealEntries(systemContext());
    expect(await verifyChain()).toMatchObject({ start: 30, end: 61, done: true, broken: null });
    expect(await trimEntries(systemContext(), new Date(Date.now() - 35 * dayMs))).toBe(20);
    await sealEntries(systemContext());
    expect(await verifyChain()).toMatchObject({ start: 50, end: 62, broken: null });
    const [entry] = await database().sql`
      select after from audit_entries where action = 'audit.trimmed' order by id limit 1`;
    expect(entry?.after).toMatchObject({ removed: 30, upTo: 30 });
  });

  it("does not cover up what was changed before", async () => {
    await tamper("audit_entries", `delete from audit_entries where id = ${await entryAt(5)}`);
    expect(await trimEntries(systemContext(), new Date(Date.now() - 60 * dayMs))).toBe(4);
    expect((await verifyChain()).broken).toMatchObject({ kind: "removed", position: 5 });
  });

  it("cannot be abused for what is young, or without an anchor", async () => {
    const remove = (condition: string) =>
      database().sql.begin(async (tx) => {
        await tx`select set_config('offchat.audit_retention', 'on', true)`;
        await tx.unsafe(`delete from audit_entries where ${condition}`);
      });
    await expect(remove("at < now() - interval '80 days'")).rejects.toMatchObject({ code: "42501" });
    const [head] = await database().db.select().from(auditLinks).limit(1);
    const anchor = { hash: head?.hash as Uint8Array, keyId: "x", signature: new Uint8Array(64) };
    await database()
      .db.insert(auditAnchors)
      .values({ position: 60, ...anchor });
    await expect(remove("true")).rejects.toMatchObject({ code: "42501" });
    await expect(remove("at < now() - interval '80 days'")).resolves.toBeUndefined();
  });

  it("is found out when the key did not sign its anchor", async () => {
    await trimEntries(systemContext(), new Date(Date.now() - 60 * dayMs));
    await tamper("audit_anchors", `update audit_anchors set signature = '\\x${"00".repeat(64)}'`);
    expect((await verifyChain()).broken).toMatchObject({ kind: "anchor-wrong", position: 30 });
  });
});
