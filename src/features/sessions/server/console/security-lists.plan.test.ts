import { randomUUID } from "node:crypto";
import { type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { listIpRulesInput, listSecurityEventsInput } from "@/features/security/input";
import { listSecurityEventsQuery } from "@/features/security/server/events/list-security-events";
import { listIpRulesQuery } from "@/features/security/server/ip-rules/list-ip-rules";
import { settingsRegistry } from "@/features/settings/registry";
import { database } from "@/server/db/client";
import { listAttemptsInput, listLiveSessionsInput } from "../../input";
import { listAttemptsQuery } from "./list-attempts";
import { listLiveSessionsQuery } from "./list-live-sessions";

/** 3,000 people with 60,000 sessions, 100,000 attempts, 60,000 events and 5,000 rules. */
beforeAll(async () => {
  const { db } = database();
  await db.execute(sql`
    insert into users (username, display_name, status)
    select 'user' || n, 'Person ' || n, 'active' from generate_series(1, 3000) as n`);
  await db.execute(sql`create temporary table people as select id, row_number() over () as n from users`);
  await db.execute(sql`
    insert into sessions (user_id, ip, country, expires_at, revoked_at, last_used_at)
    select people.id, '10.0.0.0'::inet + i, (array['DE','FR','US','JP','BR'])[1 + i % 5],
      now() + interval '10 days', case when i % 3 = 0 then now() end, now() - i * interval '1 second'
    from generate_series(1, 60000) as i join people on people.n = 1 + i % 3000`);
  await db.execute(sql`
    insert into sign_in_attempts (login_hash, user_id, ip, country, outcome, at)
    select decode(md5(i::text), 'hex'), people.id, '10.0.0.0'::inet + i, (array['DE','FR','US','JP','BR'])[1 + i % 5],
      case when i % 50 = 0 then 'locked_out' when i % 10 = 0 then 'failed' else 'signed_in' end,
      now() - (100000 - i) * interval '1 minute'
    from generate_series(1, 100000) as i join people on people.n = 1 + i % 3000`);
  await db.execute(sql`
    insert into security_events (kind, score, subject, hour, ip, user_id, acknowledged_at)
    select case when i % 100 = 0 then 'address.scanned' else 'sign-in.locked-out' end, 20, i::text, now(),
      '10.0.0.0'::inet + i, people.id, case when i % 200 > 0 then now() end
    from generate_series(1, 60000) as i join people on people.n = 1 + i % 3000`);
  await db.execute(sql`
    insert into ip_rules (network, kind, reason)
    select ('10.' || i / 256 || '.' || i % 256 || '.0/24')::cidr, 'block', 'x' from generate_series(1, 5000) as i`);
  await db.execute(sql`vacuum analyze users, sessions, sign_in_attempts, security_events, ip_rules`);
}, 90_000);

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** The tables that a statement reads as a whole. People are joined by name: with so few, all at once is no worse. */
async function wholeTables(statement: SQLWrapper): Promise<unknown[]> {
  const rows = await database().db.execute<{ "QUERY PLAN": [{ Plan: Plan }] }>(
    sql`explain (format json) ${statement}`,
  );
  const plan = rows[0]?.["QUERY PLAN"];
  const walk = (node: Plan): unknown[] => [
    ...(node["Node Type"] === "Seq Scan" && node["Relation Name"] !== "users" ? [node["Relation Name"]] : []),
    ...(node.Plans ?? []).flatMap(walk),
  ];
  return walk((typeof plan === "string" ? JSON.parse(plan) : plan)[0].Plan);
}

const userId = randomUUID();
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const cursor = randomUUID();
const limits = {
  sessionIdleHours: settingsRegistry.sessionIdleHours.initial,
  sessionMaximumDays: settingsRegistry.sessionMaximumDays.initial,
};

it.each([
  [{}],
  [{ cursor }],
  [{ userId }],
  [{ network: "10.0.3.9" }],
  [{ network: "10.0.3.0/28" }],
  [{ country: "JP", cursor }],
])("live sessions %j are found by an index", async (input) => {
  const statement = listLiveSessionsQuery(listLiveSessionsInput.parse(input), limits);
  expect(await wholeTables(statement)).toEqual([]);
});

it.each([
  [{}],
  [{ cursor: 500 }],
  [{ outcome: "locked_out" }],
  [{ outcome: "succeeded", cursor: 60_000 }],
  [{ userId }],
  [{ person: "user7" }],
  [{ from: yesterday, to: yesterday }],
  [{ network: "10.0.3.0/28" }],
  [{ country: "JP", cursor: 60_000 }],
])("attempts %j are found by an index", async (input) => {
  expect(await wholeTables(listAttemptsQuery(listAttemptsInput.parse(input)))).toEqual([]);
});

it.each([
  [{}],
  [{ cursor: 500 }],
  [{ open: true, cursor: 30_000 }],
  [{ kind: "address.scanned" }],
  [{ userId, open: true }],
  [{ person: "user7" }],
  [{ from: yesterday, to: yesterday }],
  [{ network: "10.0.3.0/28" }],
])("events %j are found by an index", async (input) => {
  expect(await wholeTables(listSecurityEventsQuery(listSecurityEventsInput.parse(input)))).toEqual([]);
});

it.each([[{}], [{ cursor }], [{ network: "10.3.7.9" }]])("rules %j are found by an index", async (input) => {
  expect(await wholeTables(listIpRulesQuery(listIpRulesInput.parse(input)))).toEqual([]);
});
