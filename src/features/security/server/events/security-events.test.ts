import { and, desc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { authenticate } from "@/features/sessions/server/authenticate";
import { signIn } from "@/features/sessions/server/sign-in";
import { forgetSettings } from "@/features/settings/server/get-settings";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { ipRules, securityEvents } from "@/server/db/schema/security";
import { sessions, signInAttempts } from "@/server/db/schema/sessions";
import { settings } from "@/server/db/schema/settings";
import { placeOf } from "@/server/places/place-of";
import { systemContext } from "@/server/trpc/request-context";
import { ageSession } from "@/testing/age-session";
import { callAs, outcomeOf, sessionCookie } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { runJobs } from "@/testing/run-jobs";
import { admitAddress } from "../ip-rules/admit-address";
import { forgetIpRules } from "../ip-rules/current-ip-rules";
import { countryDistance, greatCircleKm } from "../places/country-distance";
import { purgeSecurityRecords } from "./purge-security-records";
import { recordSecurityEvent } from "./record-security-event";

/** Addresses that the registries gave out in these countries. */
const [france, germany, japan, brazil] = ["212.27.48.10", "2.160.0.1", "133.11.0.1", "200.160.0.8"] as const;

const from = (ip: string) => ({ ...systemContext(), ip, userAgent: "Mozilla/5.0 Firefox/140.0" });
const signInFrom = (ip: string, person: Actor, password = testPassword) =>
  signIn(from(ip), { login: person.username, password });
const eventsOf = (userId: string) =>
  database()
    .db.select()
    .from(securityEvents)
    .where(eq(securityEvents.userId, userId))
    .orderBy(desc(securityEvents.id));
const eventsAt = (ip: string) =>
  database().db.select().from(securityEvents).where(sql`${securityEvents.ip} = ${ip}::inet`);

beforeEach(async () => {
  await database().db.delete(ipRules);
  await database().db.delete(settings);
  forgetSettings();
  forgetIpRules();
});

describe("places", () => {
  it.each([
    ["8.8.8.8", "US"],
    [france, "FR"],
    [germany, "DE"],
    [japan, "JP"],
    ["2001:4860:4860::8888", "US"],
    ["127.0.0.1", null],
    ["10.1.2.3", null],
    ["::1", null],
    ["not an address", null],
    [null, null],
  ])("%s is in %s", (ip, country) => expect(placeOf(ip).country).toBe(country));

  it("name the range that an address was given out with", () => {
    expect(placeOf("193.0.6.139").network).toMatch(/^193\.0\.\d+\.\d+\/\d+$/);
  });

  it("are kept with every attempt and session", async () => {
    const person = await createUser();
    const { sessionId } = await signInFrom(japan, person);
    await outcomeOf(signInFrom(brazil, person, "wrong"));
    const [session] = await database().db.select().from(sessions).where(eq(sessions.id, sessionId));
    expect(session?.country).toBe("JP");
    const attempts = await callAs(person).sessions.attempts();
    expect(attempts.map(({ country }) => country)).toEqual(["BR", "JP"]);
    expect((await callAs(person).sessions.list()).map(({ country }) => country)).toEqual(["JP"]);
    const [stored] = await database()
      .db.select()
      .from(signInAttempts)
      .where(eq(signInAttempts.userId, person.id))
      .orderBy(desc(signInAttempts.id));
    expect(stored?.network).toMatch(/^200\./);
  });

  it("are as far apart as they are", () => {
    const [berlin, tokyo] = [
      { latitude: 52.52, longitude: 13.405 },
      { latitude: 35.68, longitude: 139.69 },
    ];
    expect(greatCircleKm(berlin, tokyo)).toBeGreaterThan(8_850);
    expect(greatCircleKm(berlin, tokyo)).toBeLessThan(8_980);
    expect(countryDistance("DE", "FR")).toBeLessThan(200);
    expect(countryDistance("DE", "JP")).toBeGreaterThan(8_000);
    expect([countryDistance("DE", "DE"), countryDistance("DE", "XX")]).toEqual([0, 0]);
  });
});

describe("impossible travel", () => {
  it("raises an event when somebody is at two ends of the world at once", async () => {
    const person = await createUser();
    await signInFrom(germany, person);
    await signInFrom(japan, person);
    const [event] = await eventsOf(person.id);
    expect(event).toMatchObject({
      kind: "sign-in.impossible-travel",
      score: 75,
      country: "JP",
      facts: { from: "DE", to: "JP" },
    });
  });

  it("finds a cookie that goes on in another country", async () => {
    const person = await createUser();
    const { sessionId } = await signInFrom(germany, person);
    await ageSession(sessionId, { lastUsedAt: "2 minutes" });
    const cookie = await sessionCookie(sessionId);
    expect(await authenticate({ ...from(brazil), cookie, authorization: null })).not.toBeNull();
    expect(await eventsOf(person.id)).toMatchObject([
      { kind: "sign-in.impossible-travel", facts: { from: "DE", to: "BR" } },
    ]);
  });

  it("says nothing of neighbours, of a flight, or of the same place", async () => {
    const person = await createUser();
    await signInFrom(germany, person);
    await signInFrom(france, person);
    await signInFrom("10.0.0.1", person);
    const traveller = await createUser();
    const { sessionId } = await signInFrom(germany, traveller);
    await ageSession(sessionId, { lastUsedAt: "14 hours" });
    await signInFrom(japan, traveller);
    expect([...(await eventsOf(person.id)), ...(await eventsOf(traveller.id))]).toEqual([]);
  });
});

describe("spraying passwords over accounts from one address", () => {
  it("raises one event that counts, and blocks the address for an hour", async () => {
    const ip = "198.51.100.50";
    for (let i = 0; i < 16; i++) {
      await outcomeOf(signIn(from(ip), { login: `nobody-${i}`, password: "summer2026" }));
    }
    expect(await eventsAt(ip)).toMatchObject([
      { kind: "sign-in.sprayed", times: 2, facts: { logins: 16 }, blockedUntil: expect.any(Date) },
    ]);
    expect(await admitAddress(ip)).toBe(false);
    const rules = await database().db.select().from(ipRules);
    expect(rules).toMatchObject([
      { network: `${ip}/32`, kind: "block", automatic: true, reason: "sign-in.sprayed" },
    ]);
    const minutes = ((rules[0]?.expiresAt?.getTime() ?? 0) - Date.now()) / 60_000;
    expect(Math.round(minutes)).toBe(60);
    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(eq(auditEntries.targetId, rules[0]?.id ?? ""));
    expect(entries).toMatchObject([{ action: "ip-rule.added", actorId: null }]);
  });

  it("of which the people of an office are not to suffer: who signed in there keeps the address open", async () => {
    const ip = "198.51.100.51";
    await signInFrom(ip, await createUser());
    await recordSecurityEvent(from(ip), { kind: "sign-in.sprayed", subject: ip });
    expect(await eventsAt(ip)).toMatchObject([{ blockedUntil: null }]);
    expect(await admitAddress(ip)).toBe(true);
  });
});

describe("an automatic block", () => {
  const scan = (ip: string) => recordSecurityEvent(from(ip), { kind: "address.scanned", subject: ip });

  it("covers what one customer has of IPv6", async () => {
    await scan("2001:db8:9:9::1");
    expect(await admitAddress("2001:db8:9:9:ffff::2")).toBe(false);
    expect(await admitAddress("2001:db8:9:8::1")).toBe(true);
  });

  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("spares this machine: %s", async (ip) => {
    await scan(ip);
    expect(await database().db.select().from(ipRules)).toEqual([]);
  });

  it("spares whom somebody allowed, and leaves a rule of somebody's alone", async () => {
    const rules = [
      { network: "198.51.100.0/24", kind: "allow" as const, reason: "ours" },
      { network: "203.0.113.5/32", kind: "block" as const, reason: "for good" },
    ];
    await database().db.insert(ipRules).values(rules);
    await scan("198.51.100.60");
    await scan("203.0.113.5");
    expect(await database().db.select().from(ipRules)).toMatchObject(rules);
  });

  it("is not made for what says nothing against the address", async () => {
    const { id: userId } = await createUser();
    await recordSecurityEvent(from("198.51.100.61"), {
      kind: "sign-in.impossible-travel",
      subject: userId,
      userId,
    });
    expect(await admitAddress("198.51.100.61")).toBe(true);
  });
});

it("tells those who watch, live and once", async () => {
  const admin = await createUser({ role: "admin" });
  const client = await listenAs(admin);
  await client.subscribe(`private-user-${admin.id}`);
  const raised = client.event("security.raised");
  const ip = "198.51.100.70";
  for (let i = 0; i < 3; i++) await recordSecurityEvent(from(ip), { kind: "address.scanned", subject: ip });
  expect(await raised).toMatchObject({ kind: "address.scanned", score: 60 });
  client.close();
  expect(await eventsAt(ip)).toMatchObject([{ times: 3 }]);
});

it("is listed with filters, page by page, and acknowledged once", async () => {
  const admin = callAs(await createUser({ role: "admin" })).admin.security.events;
  const { open: before } = await admin.countOpen();
  const ips = ["198.51.100.80", "198.51.100.81", "198.51.100.82"];
  for (const ip of ips) await recordSecurityEvent(from(ip), { kind: "address.scanned", subject: ip });
  const filter = { network: "198.51.100.80/30", kind: "address.scanned", open: true, limit: 2 } as const;
  const first = await admin.list(filter);
  const second = await admin.list({ ...filter, cursor: first.nextCursor });
  expect([...first.events, ...second.events].map(({ ip }) => ip)).toEqual([...ips].reverse());
  expect(second.nextCursor).toBeNull();
  const eventIds = first.events.map(({ id }) => id);
  expect(await admin.acknowledge({ eventIds })).toEqual({ acknowledged: 2 });
  expect(await admin.acknowledge({ eventIds })).toEqual({ acknowledged: 0 });
  expect((await admin.list(filter)).events.map(({ ip }) => ip)).toEqual([ips[0]]);
  expect((await admin.countOpen()).open).toBe(before + 1);
});

it("is acknowledged with all that match, as a job that is taken back by one undo", async () => {
  const admin = await createUser({ role: "admin" });
  const { security, jobs } = callAs(admin).admin;
  const ips = ["198.51.100.120", "198.51.100.121", "198.51.100.122"];
  for (const ip of ips) await recordSecurityEvent(from(ip), { kind: "address.scanned", subject: ip });
  await recordSecurityEvent(from("198.51.100.124"), { kind: "address.scanned", subject: "another" });
  const filter = { network: "198.51.100.120/30", open: true };
  const { events } = await security.events.list(filter);
  const [own] = events;
  if (!own) throw new Error("nothing was raised");
  const other = callAs(await createUser({ role: "admin" })).admin.security.events;
  await other.acknowledge({ eventIds: [own.id] });
  expect(await security.events.countMatching({ network: filter.network })).toBe(3);
  expect(await security.events.countMatching(filter)).toBe(2);

  const selected = { kind: "all" as const, filter: { network: filter.network } };
  const { id: jobId, total } = await security.events.acknowledgeMany({ selected });
  expect(total).toBe(2);
  await runJobs(jobWork.name);
  expect(await jobs.get({ jobId })).toMatchObject({ done: 2, failed: 0, state: "done" });
  expect(await security.events.countMatching(filter)).toBe(0);
  const entry = and(
    eq(auditEntries.action, "security-event.acknowledged"),
    eq(auditEntries.actorId, admin.id),
  );
  expect(await database().db.$count(auditEntries, entry)).toBe(2);
  expect(await outcomeOf(security.events.acknowledgeMany({ selected }))).toBe("JOB_EMPTY");

  await jobs.undo({ jobId });
  await runJobs(jobWork.name);
  expect(await security.events.countMatching(filter)).toBe(2);
  const { events: left } = await security.events.list({ network: filter.network });
  expect(left.filter(({ acknowledgedAt }) => acknowledgedAt).map(({ id }) => id)).toEqual([own.id]);
});

it("does not stand in the way of what raised it", async () => {
  await database().sql`alter table security_events rename to away`;
  await recordSecurityEvent(from("198.51.100.90"), { kind: "address.scanned", subject: "x" });
  const person = await createUser();
  await signInFrom(germany, person);
  expect((await signInFrom(japan, person)).userId).toBe(person.id);
  await database().sql`alter table away rename to security_events`;
});

it("is forgotten after a year", async () => {
  const { id: userId } = await createUser();
  const raise = (subject: string) =>
    recordSecurityEvent(from(japan), { kind: "session.token-reused", subject, userId });
  await raise("long ago");
  await database()
    .db.update(securityEvents)
    .set({ at: sql`now() - interval '366 days'` })
    .where(eq(securityEvents.userId, userId));
  await raise("now");
  expect(await purgeSecurityRecords()).toMatchObject({ events: 1 });
  expect(await eventsOf(userId)).toMatchObject([{ subject: "now" }]);
});
