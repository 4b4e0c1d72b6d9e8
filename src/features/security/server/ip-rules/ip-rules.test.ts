import { and, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { ipRules } from "@/server/db/schema/security";
import { processSingleton } from "@/server/process-singleton";
import { flushTallies } from "@/server/tally";
import { callAs, outcomeOf, signInForCookie } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import { runJobs } from "@/testing/run-jobs";
import { createCaller } from "@/trpc/root";
import type { AddIpRuleInput } from "../../input";
import { admitAddress } from "./admit-address";
import { compileIpRules } from "./compile-ip-rules";
import { forgetIpRules, judgeAddress } from "./current-ip-rules";

const rule = (network: string, wanted: Partial<AddIpRuleInput> = {}): AddIpRuleInput => ({
  kind: "block",
  network,
  reason: "an example",
  lifetimeHours: null,
  ...wanted,
});
/** An administrator at 192.0.2.7. */
async function administrator() {
  const admin = await createUser({ role: "admin" });
  return createCaller(actorContext(admin)).admin.security.ipRules;
}

afterEach(async () => {
  await database().db.delete(ipRules);
  forgetIpRules();
});

describe("compiled rules", () => {
  const entry = (network: string, kind: "block" | "allow" = "block", expiresAt: number | null = null) => ({
    ...{ id: `${kind} ${network}`, network, kind, expiresAt },
  });
  const judge = compileIpRules([
    entry("203.0.113.0/24"),
    entry("203.0.113.9/32", "allow"),
    entry("198.51.100.128/25"),
    entry("2001:db8:1::/48"),
    entry("0.0.0.0/1", "block", 1_000),
  ]);

  it.each([
    ["203.0.113.1", "block 203.0.113.0/24"],
    ["::ffff:203.0.113.1", "block 203.0.113.0/24"],
    ["203.0.113.9", null],
    ["203.0.114.1", null],
    ["198.51.100.127", null],
    ["198.51.100.128", "block 198.51.100.128/25"],
    ["2001:db8:1:ffff::1", "block 2001:db8:1::/48"],
    ["2001:db8:2::1", null],
    ["10.0.0.1", null],
    ["not an address", null],
  ])("%s is held back by %s", (ip, blockedBy) => expect(judge(ip, 2_000).blockedBy).toBe(blockedBy));

  it("stand until they expire", () => {
    expect(judge("10.0.0.1", 999).blockedBy).toBe("block 0.0.0.0/1");
    expect(judge("10.0.0.1", 1_000).blockedBy).toBeNull();
  });

  it("agree with the plain comparison of every rule, for any rules and addresses", () => {
    const rules = Array.from({ length: 200 }, (_, i) => entry(`${i}.${i % 7}.0.0/${8 + (i % 25)}`));
    const normal = rules.filter(({ network }) => network);
    const all = compileIpRules(normal);
    for (let i = 0; i < 500; i++) {
      const ip = `${i % 256}.${i % 5}.${i % 3}.1`;
      const plain = normal.some(({ network }) => isIn(ip, network));
      expect([ip, all(ip, 0).blockedBy !== null]).toEqual([ip, plain]);
    }
  });
});

/** The other way to tell: both as numbers. */
function isIn(ip: string, network: string): boolean {
  const number = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const [start = "", bits] = network.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(ip) / size) === Math.floor(number(start) / size);
}

describe("a block", () => {
  it("holds an address back at once, says how often, and is audited", async () => {
    const rules = await administrator();
    const { id, network } = await rules.add(rule("203.0.113.77/24"));
    expect(network).toBe("203.0.113.0/24");
    expect(await admitAddress("203.0.113.200")).toBe(false);
    expect(await admitAddress("203.0.114.200")).toBe(true);
    expect(await admitAddress("203.0.113.201")).toBe(false);
    await flushTallies();
    const { rules: listed } = await rules.list({});
    expect(listed).toMatchObject([{ id, hits: 2, lastHitAt: expect.any(String) }]);
    const [entry] = await database().db.select().from(auditEntries).where(eq(auditEntries.targetId, id));
    expect(entry).toMatchObject({
      action: "ip-rule.added",
      reason: "an example",
      after: { network: "203.0.113.0/24", kind: "block" },
    });
  });

  it("made by another process is in force within two seconds", async () => {
    await judgeAddress("203.0.113.1");
    await database().db.insert(ipRules).values({ network: "203.0.113.0/24", kind: "block", reason: "x" });
    await expect.poll(() => admitAddress("203.0.113.1"), { timeout: 2_000, interval: 50 }).toBe(false);
    await database().db.delete(ipRules);
    await expect.poll(() => admitAddress("203.0.113.1"), { timeout: 2_000, interval: 50 }).toBe(true);
  });

  it("does not count where an allowance covers the address", async () => {
    const rules = await administrator();
    await rules.add(rule("203.0.113.0/24"));
    await rules.add(rule("203.0.113.9", { kind: "allow" }));
    expect(await admitAddress("203.0.113.9")).toBe(true);
    expect(await admitAddress("203.0.113.8")).toBe(false);
  });

  it("of everything leaves those in who are allowed", async () => {
    const rules = await administrator();
    expect(await outcomeOf(rules.add(rule("0.0.0.0/0")))).toBe("WOULD_LOCK_OUT");
    await rules.add(rule("192.0.2.0/24", { kind: "allow" }));
    await rules.add(rule("0.0.0.0/0"));
    expect([await admitAddress("192.0.2.200"), await admitAddress("8.8.8.8")]).toEqual([true, false]);
  });

  it("ends when it expires, and can be made again then", async () => {
    const rules = await administrator();
    const { id } = await rules.add(rule("203.0.113.0/24", { lifetimeHours: 1 }));
    expect(await outcomeOf(rules.add(rule("203.0.113.0/24")))).toBe("ALREADY_DONE");
    await database()
      .db.update(ipRules)
      .set({ expiresAt: new Date(), changedAt: new Date() })
      .where(eq(ipRules.id, id));
    forgetIpRules();
    expect(await admitAddress("203.0.113.1")).toBe(true);
    expect((await rules.list({})).rules).toMatchObject([{ expired: true }]);
    expect(await outcomeOf(rules.add(rule("203.0.113.0/24")))).toBe("ok");
  });

  it("can be given another end, and taken away", async () => {
    const rules = await administrator();
    const { id: ruleId } = await rules.add(rule("203.0.113.0/24"));
    const changed = await rules.change({ ruleId, reason: "for a day", lifetimeHours: 24 });
    expect(changed).toMatchObject({ reason: "for a day", expired: false, expiresAt: expect.any(String) });
    await rules.remove({ ruleId, reason: "an error" });
    expect(await admitAddress("203.0.113.1")).toBe(true);
    expect(await outcomeOf(rules.remove({ ruleId, reason: "an error" }))).toBe("NOT_FOUND");
    const entries = await database()
      .db.select({ action: auditEntries.action })
      .from(auditEntries)
      .where(and(eq(auditEntries.targetId, ruleId)));
    expect(entries.map(({ action }) => action)).toEqual([
      "ip-rule.added",
      "ip-rule.changed",
      "ip-rule.removed",
    ]);
  });
});

describe("nobody shuts themselves out", () => {
  it("and is told before saving, with how many others it would hit", async () => {
    const rules = await administrator();
    const { sessionId } = await signInForCookie(await createUser());
    await database().sql`update sessions set ip = '192.0.2.99' where id = ${sessionId}`;
    expect(await rules.check({ kind: "block", network: "192.0.2.5/24" })).toEqual({
      network: "192.0.2.0/24",
      ownAddress: "192.0.2.7",
      locksOut: true,
      peopleAffected: 1,
    });
    expect(await rules.check({ kind: "block", network: "198.51.100.0/24" })).toMatchObject({
      locksOut: false,
      peopleAffected: 0,
    });
    expect(await outcomeOf(rules.add(rule("192.0.2.0/24")))).toBe("WOULD_LOCK_OUT");
    expect(await admitAddress("192.0.2.7")).toBe(true);
  });

  it("by taking away what lets them in either", async () => {
    const rules = await administrator();
    const { id: ruleId } = await rules.add(rule("192.0.2.7", { kind: "allow" }));
    await rules.add(rule("192.0.2.0/24"));
    expect(await outcomeOf(rules.remove({ ruleId, reason: "x" }))).toBe("WOULD_LOCK_OUT");
    expect(await admitAddress("192.0.2.7")).toBe(true);
  });
});

it.each(["", "localhost", "10.0.0.0/33", "10.0.0", "0x7f.1", "010.0.0.1", "2001:db8::/129", "' or 1=1 --"])(
  "refuses the network %j",
  async (network) => {
    await expect((await administrator()).add(rule(network))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  },
);

it("removes all that match as a job, but what lets the actor in, and brings them back by one undo", async () => {
  const { security, jobs } = createCaller(actorContext(await createUser({ role: "admin" }))).admin;
  const rules = security.ipRules;
  const networks = ["203.0.113.0/24", "203.0.0.0/16", "198.51.100.0/24"];
  for (const network of networks) await rules.add(rule(network, { lifetimeHours: 5 }));
  await rules.add(rule("192.0.2.7", { kind: "allow" }));
  await rules.add(rule("192.0.2.0/24"));
  const remove = async (filter: { network?: string; kind?: "allow" }) => {
    const { id: jobId } = await rules.removeMany({ selected: { kind: "all", filter }, reason: "over" });
    await runJobs(jobWork.name);
    return jobs.get({ jobId });
  };
  expect(await rules.countMatching({ network: "203.0.113.5" })).toBe(2);
  const job = await remove({ network: "203.0.113.5" });
  expect(job).toMatchObject({ total: 2, done: 2, failed: 0 });
  expect([await admitAddress("203.0.113.5"), await admitAddress("198.51.100.1")]).toEqual([true, false]);
  expect(await remove({ kind: "allow" })).toMatchObject({ total: 1, done: 0, failed: 1 });
  expect(await admitAddress("192.0.2.7")).toBe(true);

  await jobs.undo({ jobId: job.id });
  await runJobs(jobWork.name);
  expect(await admitAddress("203.0.113.5")).toBe(false);
  const { rules: back } = await rules.list({ network: "203.0.113.5" });
  expect(back).toMatchObject([{ reason: expect.any(String) }, { kind: "block", expired: false }]);
});

it("lists what an address is part of, page by page", async () => {
  const rules = await administrator();
  for (const network of ["203.0.113.0/24", "203.0.0.0/16", "198.51.100.0/24"]) await rules.add(rule(network));
  const first = await rules.list({ network: "203.0.113.5", limit: 1 });
  const second = await rules.list({ network: "203.0.113.5", limit: 1, cursor: first.nextCursor });
  expect([...first.rules, ...second.rules].map(({ network }) => network)).toEqual([
    "203.0.0.0/16",
    "203.0.113.0/24",
  ]);
  expect(second.nextCursor).toBeNull();
});

it("stands with what was read last while the database is away", async () => {
  await (await administrator()).add(rule("203.0.113.0/24"));
  expect(await admitAddress("203.0.113.1")).toBe(false);
  await database().sql`alter table ip_rules rename to ip_rules_away`;
  forgetIpRules();
  processSingleton("ip-rules", () => ({ verdicts: new Map() })).verdicts.clear();
  expect([await admitAddress("203.0.113.1"), await admitAddress("198.51.100.1")]).toEqual([false, true]);
  await database().sql`alter table ip_rules_away rename to ip_rules`;
});

it("is for administrators only", async () => {
  const moderator = callAs(await createUser({ role: "moderator" }));
  expect(await outcomeOf(moderator.admin.security.ipRules.add(rule("203.0.113.0/24")))).toBe("FORBIDDEN");
});
