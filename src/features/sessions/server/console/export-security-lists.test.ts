import { desc, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { exportSecurityEvents } from "@/features/security/server/events/export-security-events";
import { recordSecurityEvent } from "@/features/security/server/events/record-security-event";
import { exportIpRules } from "@/features/security/server/ip-rules/export-ip-rules";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import type { ExportRow } from "@/server/http/stream-rows";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createUser, testPassword } from "@/testing/factories";
import { signIn } from "../sign-in";
import { exportAttempts } from "./export-attempts";
import { exportLiveSessions } from "./export-live-sessions";

let admin: Actor;
const format = "csv" as const;
const from = (ip: string) => ({ ...systemContext(), ip, userAgent: "Mozilla/5.0 Firefox/140.0" });

async function all(batches: AsyncIterable<ExportRow[]>): Promise<ExportRow[]> {
  const rows: ExportRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

beforeAll(async () => {
  admin = await createUser({ role: "admin" });
});

describe("an export of the lists on security", () => {
  it("holds the live sessions that the list shows, over all its pages, and nobody else's", async () => {
    const owner = await createUser({ displayName: "Many devices" });
    await database().db.execute(sql`
      insert into sessions (user_id, ip, expires_at, last_used_at)
      select ${owner.id}, '198.18.7.7', now() + interval '1 day', now() from generate_series(1, 2300)`);
    const { sessionId } = await signIn(from("198.18.7.8"), { login: owner.username, password: testPassword });
    await signIn(from("198.18.8.8"), { login: owner.username, password: testPassword });
    const filter = { network: "198.18.7.0/24" };
    const rows = await all(exportLiveSessions(actorContext(admin), { format, filter }));
    expect(rows).toHaveLength(2301);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(2301);
    expect(rows[0]).toMatchObject({
      id: sessionId,
      username: owner.username,
      browser: "Firefox 140",
      ip: "198.18.7.8",
    });
    const shown = await callAs(admin).admin.sessions.list({ ...filter, limit: 100 });
    expect(rows.slice(0, 100).map(({ id }) => id)).toEqual(shown.sessions.map(({ id }) => id));
  });

  it("holds the attempts to sign in that the list shows", async () => {
    const person = await createUser();
    const attempt = (login: string, password: string) =>
      outcomeOf(signIn(from("198.18.9.9"), { login, password }));
    await attempt(person.username, "a wrong password");
    await attempt(person.username, testPassword);
    await attempt("nobody.at.all", "a wrong password");
    const list = { network: "198.18.9.9", outcome: "failed" as const };
    const rows = await all(exportAttempts(actorContext(admin), { format, list }));
    expect(rows.map(({ username, outcome, ip }) => [username, outcome, ip])).toEqual([
      [null, "failed", "198.18.9.9"],
      [person.username, "failed", "198.18.9.9"],
    ]);
  });

  it("holds the attempts at one account alone, if the list shows no others", async () => {
    const [one, other] = await Promise.all([createUser(), createUser()]);
    for (const { username: login } of [one, other]) {
      await outcomeOf(signIn(from("198.18.12.12"), { login, password: testPassword }));
    }
    const rows = await all(exportAttempts(actorContext(admin), { format, list: { person: one.username } }));
    expect(rows.map(({ username }) => username)).toEqual([one.username]);
    const today = new Date().toISOString().slice(0, 10);
    const ofDays = (days: { from?: string; to?: string }) =>
      all(exportAttempts(actorContext(admin), { format, list: { person: one.username, ...days } }));
    expect(await ofDays({ from: today, to: today })).toHaveLength(1);
    expect(await ofDays({ to: "2001-01-01" })).toEqual([]);
    expect(await ofDays({ from: "2199-01-01" })).toEqual([]);
  });

  it("holds the events and the rules that the lists show", async () => {
    const ip = "198.18.10.10";
    await recordSecurityEvent(from(ip), { kind: "sign-in.locked-out", subject: ip, facts: { tries: 5 } });
    await recordSecurityEvent(from(ip), { kind: "session.token-reused", subject: ip });
    const list = { network: ip, kind: "sign-in.locked-out", open: true } as const;
    const [event, ...others] = await all(exportSecurityEvents(actorContext(admin), { format, list }));
    expect(event).toMatchObject({
      kind: "sign-in.locked-out",
      ip,
      facts: '{"tries":5}',
      acknowledgedBy: null,
    });
    expect(others).toEqual([]);

    const rule = {
      kind: "block",
      network: "198.18.11.0/24",
      reason: "an example",
      lifetimeHours: 1,
    } as const;
    await callAs(admin).admin.security.ipRules.add(rule);
    const rules = await all(
      exportIpRules(actorContext(admin), { format, list: { network: "198.18.11.3", kind: "block" } }),
    );
    expect(rules).toMatchObject([
      { network: "198.18.11.0/24", reason: "an example", createdBy: admin.username, automatic: false },
    ]);
  });

  it("is an entry of the audit log before its first row, with what was asked for", async () => {
    const batches = exportLiveSessions(actorContext(admin), { format: "json", filter: { country: "JP" } });
    await batches.next();
    await batches.return();
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(eq(auditEntries.action, "security.exported"))
      .orderBy(desc(auditEntries.id))
      .limit(1);
    expect(entry).toMatchObject({
      actorId: admin.id,
      targetId: "live-sessions",
      after: { format: "json", filter: { country: "JP" } },
    });
  });
});
