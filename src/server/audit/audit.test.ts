import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { transaction } from "@/server/db/transaction";
import { actorContext, createUser } from "@/testing/factories";
import { auditActions } from "./audit-actions";

describe("audit entries", () => {
  beforeAll(async () => {
    const ctx = actorContext(await createUser());
    await transaction(ctx, async (tx) => {
      tx.audit({
        action: "setting.changed",
        target: { type: "settings", id: "x" },
        before: 1,
        after: { two: 2 },
      });
    });
  });

  it("carry who, from where, and what changed", async () => {
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "setting.changed"));
    expect(entry).toMatchObject({
      actorId: expect.any(String),
      ip: "192.0.2.7",
      userAgent: "vitest",
      requestId: expect.any(String),
      targetType: "settings",
      targetId: "x",
      before: 1,
      after: { two: 2 },
    });
  });

  it("carry the country of the address, where the registries know it", async () => {
    for (const [ip, country] of [
      ["193.0.6.139", "NL"],
      ["10.0.0.1", null],
    ] as const) {
      const ctx = { ...actorContext(await createUser()), ip, requestId: `from ${ip}` };
      await transaction(ctx, async (tx) =>
        tx.audit({ action: "user.warned", target: { type: "user", id: ctx.actor.id } }),
      );
      const [entry] = await database()
        .db.select()
        .from(auditEntries)
        .where(eq(auditEntries.requestId, ctx.requestId));
      expect(entry?.country).toBe(country);
    }
  });

  it("are not there when their change fails", async () => {
    const ctx = actorContext(await createUser());
    const failing = transaction(ctx, async (tx) => {
      tx.audit({ action: "user.approved", target: { type: "settings", id: "x" } });
      await tx.db.execute(sql`select 1 / 0`);
    });
    await expect(failing).rejects.toThrow();
    expect(await database().db.$count(auditEntries, eq(auditEntries.action, "user.approved"))).toBe(0);
  });

  it.each([
    "update audit_entries set actor_id = null",
    "delete from audit_entries",
    "delete from audit_entries where false",
    "truncate audit_entries",
    "truncate audit_entries cascade",
  ])("cannot be rewritten by the application's own role: %s", async (statement) => {
    await expect(database().sql.unsafe(statement)).rejects.toMatchObject({
      code: "42501",
      message: "audit_entries is append-only",
    });
    expect(await database().db.$count(auditEntries, eq(auditEntries.action, "setting.changed"))).toBe(1);
  });

  it("are written by a role that is no superuser", async () => {
    const [role] = await database().sql`select rolsuper from pg_roles where rolname = current_user`;
    expect(role).toEqual({ rolsuper: false });
  });
});

it("knows sixty actions at least, and none that nothing writes", () => {
  expect(Object.keys(auditActions).length).toBeGreaterThanOrEqual(60);
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|audit-actions\.ts$/.test(file))
    .map((file) => readFileSync(join("src", file), "utf8"));
  const unwritten = Object.keys(auditActions).filter(
    (action) => !sources.some((source) => source.includes(`"${action}"`)),
  );
  expect(unwritten).toEqual([]);
});
