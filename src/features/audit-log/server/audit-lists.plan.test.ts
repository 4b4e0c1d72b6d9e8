import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { accessPaths, rowsRead } from "@/testing/access-paths";
import { type AuditFilter, listAuditInput } from "../input";
import { getStatistics } from "./get-statistics";
import { listEntries, listEntriesQuery } from "./list-entries";

const person = "00000000-0000-4000-8000-000000000007";

/** 120,000 entries of 200 days, by 1,000 people: mostly sign-ins, some approvals, few deletions. */
beforeAll(async () => {
  const { db } = database();
  await db.execute(sql`
    insert into audit_entries
      (at, action, actor_id, session_id, ip, country, user_agent, request_id, target_type, target_id, before, after, reason)
    select now() - (120000 - n) * interval '144 seconds',
      case when n % 5000 = 0 then 'conversation.deleted' when n % 10 = 0 then 'user.approved' else 'session.started' end,
      ('00000000-0000-4000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid,
      md5((n / 20)::text)::uuid, ('10.' || n % 4 || '.' || n % 250 || '.' || n % 199)::inet,
      case when n % 3000 = 0 then 'IS' when n % 10 = 1 then 'IT' when n % 2 = 0 then 'DE' end, 'vitest', 'request-' || n,
      'user', md5((n % 30000)::text)::uuid, jsonb_build_object('status', 'pending'),
      jsonb_build_object('status', 'active', 'note', 'word' || n % 20000), case when n % 7 = 0 then 'asked for by mail' end
    from generate_series(1, 120000) as n`);
  await db.execute(sql`vacuum analyze audit_entries`);
}, 120_000);

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const cursor = { at: ago(100), id: 60_000 };

describe("the audit log", () => {
  it.each<[string, AuditFilter, string]>([
    ["everything", {}, "audit_entries_at_idx"],
    ["a period", { from: ago(30), to: ago(29) }, "audit_entries_at_idx"],
    ["a rare action", { action: "conversation.deleted" }, "audit_entries_action_idx"],
    ["a frequent action", { action: "user.approved" }, "audit_entries_action_idx"],
    ["a person's acts", { actor: person }, "audit_entries_actor_idx"],
    ["a person's acts in a period", { actor: person, from: ago(90) }, "audit_entries_actor_idx"],
    ["the acts of a user name", { actor: "ada" }, "audit_entries_actor_idx"],
    ["what happened to somebody", { targetType: "user", targetId: person }, "audit_entries_target_idx"],
    ["what happened to something", { targetId: person }, "audit_entries_target_idx"],
    ["an address", { ip: "10.1.33.5" }, "audit_entries_ip_idx"],
    ["a narrow range of addresses", { ip: "10.1.33.0/28" }, "audit_entries_ip_idx"],
    ["a rare country", { country: "IS" }, "audit_entries_country_idx"],
    ["a session", { sessionId: randomUUID() }, "audit_entries_session_idx"],
    ["a request", { requestId: "request-77" }, "audit_entries_request_idx"],
    ["rare words", { query: "word1234 pending" }, "audit_entries_words_idx"],
    ["frequent words", { query: "mail" }, "audit_entries_at_idx"],
    ["a rare category", { category: "conversation" }, "audit_entries_action_idx"],
    ["what concerns security", { severity: "security" }, "audit_entries_at_idx"],
  ])("lists %s by an index, its first and a later page", async (_what, filter, index) => {
    for (const place of [null, cursor]) {
      const paths = await accessPaths(listEntriesQuery(listAuditInput.parse({ filter, cursor: place })));
      expect([place, paths]).toEqual([place, expect.arrayContaining([index])]);
      expect(paths.filter((path) => path.startsWith("whole table"))).toEqual([]);
    }
  });

  it.each<[string, AuditFilter]>([
    ["an action that never happened", { action: "conversation.restored" }],
    ["a country where nobody was", { country: "ZZ" }],
    ["a person who did nothing", { actor: randomUUID() }],
    ["a user name that nobody has", { actor: "nobody" }],
    ["a word that nobody wrote", { query: "nonsense" }],
    ["a category in which nothing happened", { category: "moderation" }],
    ["what was critical", { severity: "critical" }],
    ["a wide range of addresses where nobody was", { ip: "192.0.0.0/8" }],
    ["a time in which nothing happened", { from: ago(2_000), to: ago(1_900) }],
    ["a rare action in a frequent country", { action: "conversation.deleted", country: "DE" }],
    ["a frequent action in a rare country", { action: "session.started", country: "IS" }],
    ["a frequent action of a person who did others", { action: "user.approved", actor: person }],
    ["frequent words that never come together", { query: "mail", action: "conversation.deleted" }],
    ["a frequent kind of thing that nothing else happened to", { targetType: "conversation" }],
    ["a session and another person", { sessionId: randomUUID(), actor: person }],
  ])("looks for %s without reading the log, its first and a later page", async (_what, filter) => {
    for (const place of [null, cursor]) {
      const read = await rowsRead(listEntriesQuery(listAuditInput.parse({ filter, cursor: place })));
      expect([place, read, read < 1_500]).toEqual([place, read, true]);
    }
  });

  it("reads no entry for the first page of two frequent things that never came together", async () => {
    const filter = { action: "user.approved", country: "IT" };
    expect(await rowsRead(listEntriesQuery(listAuditInput.parse({ filter })))).toBe(0);
    // Further down no more than are left of the rarer one.
    expect(await rowsRead(listEntriesQuery(listAuditInput.parse({ filter, cursor })))).toBeLessThan(6_001);
  });

  it("pages through everything once, newest first", async () => {
    const filter = { action: "conversation.deleted" };
    const seen: number[] = [];
    let next: Awaited<ReturnType<typeof listEntries>>["nextCursor"] = null;
    do {
      const page = await listEntries({ filter, cursor: next, limit: 5 });
      seen.push(...page.entries.map(({ id }) => id));
      next = page.nextCursor;
    } while (next);
    expect(seen).toHaveLength(24);
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  });

  it("finds words of the reason and of what changed, in any order and case", async () => {
    const count = async (query: string) =>
      (await listEntries({ filter: { query }, limit: 50 })).entries.length;
    expect(await count("word777")).toBe(6);
    expect(await count("word1777*")).toBe(50);
    expect(await count("word7770 ACTIVE")).toBe(6);
    expect(await count("pending mail word7770")).toBe(1);
    expect(await count("word7770 nonsense")).toBe(0);
    expect(await count("' \\ & | ! :* (")).toBe(50);
  });

  it("counts by action, by person and by day, days without any included", async () => {
    const statistics = await getStatistics({ from: ago(60), to: ago(0), action: "conversation.deleted" });
    expect(statistics.total).toBe(8);
    expect(statistics.byAction).toEqual([{ action: "conversation.deleted", severity: "critical", count: 8 }]);
    expect(statistics.byActor).toHaveLength(1);
    expect(statistics.timeline.unit).toBe("day");
    expect(statistics.timeline.buckets.length).toBeGreaterThanOrEqual(60);
    expect(statistics.timeline.buckets.filter(({ count }) => count > 0)).toHaveLength(8);
  });
});
