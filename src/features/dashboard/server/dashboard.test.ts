import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { jobs } from "@/server/db/schema/jobs";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import { type MatterKind, matterKinds } from "../dto";
import { pulseChannel, pulseFelt } from "../events";
import { countMattersQuery } from "./count-matters";
import { countMinutes, countMinutesQuery } from "./count-minutes";
import { createPulseTeller } from "./pulse-teller";

let admin: Actor;
let moderator: Actor;
beforeAll(async () => {
  [admin, moderator] = await Promise.all([createUser({ role: "admin" }), createUser({ role: "moderator" })]);
});
const dashboard = (actor: Actor) => callAs(actor).admin.dashboard.get();
const countOf = async (actor: Actor, kind: MatterKind) =>
  (await dashboard(actor)).matters.find((matter) => matter.kind === kind)?.count;

describe("the dashboard", () => {
  it("counts what waits, and no longer what was seen to", async () => {
    expect(await countOf(admin, "approvals")).toBe(0);
    const { id: userId } = await createUser({ status: "pending" });
    expect(await countOf(admin, "approvals")).toBe(1);
    await callAs(admin).admin.users.approve({ userId });
    expect(await countOf(admin, "approvals")).toBe(0);

    const [reporter, reported] = await Promise.all([createUser(), createUser()]);
    await callAs(reporter).moderation.reportPerson({ userId: reported.id, category: "spam", text: "" });
    expect(await countOf(moderator, "reports")).toBe(1);

    await database()
      .db.insert(jobs)
      .values({
        kind: "people.approve",
        state: "failed",
        total: 1,
        input: {},
        origin: { requestId: "x", ip: null, userAgent: null, sessionId: null },
      });
    expect(await countOf(admin, "failedJobs")).toBe(1);
  });

  it("counts requests to read for those who may decide them, not for whoever asked", async () => {
    await callAs(admin).admin.settings.update({ breakGlassNeedsSecondAdmin: true });
    const other = await createUser({ role: "admin" });
    const { id: conversationId } = await createGroup(await createUser());
    await callAs(admin).admin.breakGlass.request({ conversationId, reason: "a complaint", minutes: 15 });
    expect(await countOf(admin, "glass")).toBe(0);
    expect(await countOf(other, "glass")).toBe(1);
  });

  it("shows moderators their part alone", async () => {
    const seen = await dashboard(moderator);
    expect(seen.matters.map(({ kind }) => kind)).toEqual(["reports", "held"]);
    expect(seen).toMatchObject({ health: null, audit: null });
    const all = await dashboard(admin);
    expect(all.matters).toHaveLength(7);
    expect(all.audit?.length).toBeGreaterThan(0);
    expect(all.health).toMatchObject({
      realtime: { answerMs: expect.any(Number) },
      version: expect.any(String),
    });
    expect(all.health?.database.bytes).toBeGreaterThan(1_000_000);
    expect(all.health?.disk?.totalBytes).toBeGreaterThan(0);
  });

  it("counts messages by the minute, over all conversations, and remembers the minutes that are over", async () => {
    const author = await createUser();
    const { id: conversationId } = await createGroup(author);
    const { minutes: before } = await countMinutes();
    await sendText(author, conversationId, "one");
    await sendText(author, conversationId, "two");
    const sum = (counts: number[]) => counts.reduce((total, each) => total + each, 0);
    const { minutes, minute } = await countMinutes();
    expect(minutes).toHaveLength(60);
    expect(sum(minutes) - sum(before)).toBe(2);
    expect(Date.now() - Date.parse(minute)).toBeLessThan(120_000);
    // An hour and a minute later it is over, and forgotten.
    const later = await countMinutes(Date.now() + 61 * 60_000);
    expect(sum(later.minutes)).toBe(0);
  });

  it("is told how lively the instance is, while somebody looks and only then", async () => {
    const teller = createPulseTeller();
    expect(await teller.tell()).toBe(false);
    const client = await listenAs(moderator);
    expect(await client.subscribe(pulseChannel)).toBe(true);
    const heard = client.event(pulseFelt);
    await until(() => teller.tell(), "somebody is seen to look");
    expect(await heard).toMatchObject({ online: expect.any(Number), minutes: expect.any(Array) });
    expect(await createPulseTeller().tell()).toBe(false);
    const outsider = await listenAs(await createUser());
    expect(await outsider.subscribe(pulseChannel)).toBe(false);
  });
});

describe("what the dashboard reads", () => {
  /** 100,000 messages of a year in 5,000 conversations, in the order of their time; 20,000 people of whom few wait. */
  beforeAll(async () => {
    const author = await createUser();
    const { db } = database();
    await db.execute(sql`
      insert into conversations (kind, visibility, name)
      select 'group', 'private', 'Bulk ' || n from generate_series(1, 5000) n`);
    await db.execute(sql`
      insert into messages (id, conversation_id, seq, revision, author_id, body, created_at)
      select uuidv7(), c.id, n / 5000 + 1, n / 5000 + 1, ${author.id}, '', now() - (100001 - n) * interval '5 minutes'
      from generate_series(0, 100000) n
      join (select id, row_number() over () as number from conversations where name like 'Bulk %') c
        on c.number = n % 5000 + 1
      order by n`);
    await db.execute(sql`analyze conversations`);
    await db.execute(sql`
      insert into users (username, display_name, status)
      select 'other' || n, 'Other ' || n, 'active' from generate_series(1, 20000) n`);
    await db.execute(sql`vacuum analyze messages`);
    await db.execute(sql`analyze users`);
  }, 120_000);

  type Plan = {
    "Shared Hit Blocks": number;
    "Shared Read Blocks": number;
    "Node Type": string;
    Plans?: Plan[];
  };
  async function explain(statement: ReturnType<typeof sql>) {
    const [row] = await database().db.execute<{ "QUERY PLAN": [{ Plan: Plan }] | string }>(
      sql`explain (analyze, buffers, format json) ${statement}`,
    );
    const plan = row?.["QUERY PLAN"];
    const [root] = (typeof plan === "string" ? JSON.parse(plan) : plan) as [{ Plan: Plan }];
    return {
      text: JSON.stringify(root.Plan),
      blocks: root.Plan["Shared Hit Blocks"] + root.Plan["Shared Read Blocks"],
    };
  }

  it("of the last hour's messages is a few pages, not the table", async () => {
    const { text, blocks } = await explain(countMinutesQuery(new Date(Date.now() - 3_600_000)).getSQL());
    expect(text).toContain("messages_minutes_idx");
    expect(blocks).toBeLessThan(100);
  });

  it("of what waits is what waits, not everybody", async () => {
    const { text, blocks } = await explain(countMattersQuery(matterKinds, admin.id));
    expect(text).toContain("users_status_created_idx");
    expect(blocks).toBeLessThan(200);
  });
});
