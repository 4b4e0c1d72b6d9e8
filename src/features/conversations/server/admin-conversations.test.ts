import { and, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import type { ExportRow } from "@/server/http/stream-rows";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { runJobs } from "@/testing/run-jobs";
import { exportConversations } from "./export-conversations";
import { listAllConversationsQuery } from "./list-all-conversations";

let admin: Actor;
beforeAll(async () => {
  admin = await createUser({ role: "admin" });
});
const all = () => callAs(admin).admin.conversations;
const reason = "nobody is left who runs it";

describe("the console's conversations", () => {
  it("are found by name, kind, size and state, and show nothing of what is said", async () => {
    const [owner, member] = await Promise.all([createUser(), createUser()]);
    const group = await createGroup(owner, [member], { name: "Zebra crossing" });
    await sendText(owner, group.id, "secret stripes");
    const found = async (input: Parameters<ReturnType<typeof all>["list"]>[0]) =>
      (await all().list({ query: "zebra cross", ...input })).conversations.map((each) => each.id);
    expect(await found({})).toEqual([group.id]);
    expect(await found({ kind: "direct" })).toEqual([]);
    expect(await found({ minimumMembers: 2 })).toEqual([group.id]);
    expect(await found({ minimumMembers: 3 })).toEqual([]);
    expect(await found({ state: "archived" })).toEqual([]);
    const shown = JSON.stringify([
      await all().list({ query: "zebra cross" }),
      await all().get({ conversationId: group.id }),
      await all().members({ conversationId: group.id }),
    ]);
    expect(shown).not.toContain("stripes");
    await all().archive({ conversationId: group.id, reason });
    expect(await found({ state: "archived" })).toEqual([group.id]);
    await all().delete({ conversationId: group.id, reason });
    expect(await found({ state: "deleted" })).toEqual([group.id]);
    expect(await outcomeOf(callAs(owner).messages.list({ conversationId: group.id }))).toBe("NOT_FOUND");
    await all().restore({ conversationId: group.id, reason });
    await all().unarchive({ conversationId: group.id, reason });
    expect(await outcomeOf(sendText(member, group.id, "back"))).toBe("ok");
  });

  it("change through the same rules as by their owners, for a reason that is kept", async () => {
    const owner = await createUser();
    const { id: conversationId } = await createGroup(owner);
    await all().update({ conversationId, name: "Renamed", visibility: "public", reason });
    expect(await callAs(owner).conversations.get({ conversationId })).toMatchObject({
      name: "Renamed",
      visibility: "public",
    });
    const [entry] = await database()
      .db.select()
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "conversation.updated"), eq(auditEntries.targetId, conversationId)));
    expect(entry).toMatchObject({ actorId: admin.id, reason });
    const { id: direct } = await callAs(owner).conversations.openDirect({ userId: admin.id });
    expect(await outcomeOf(all().update({ conversationId: direct, name: "Mine", reason }))).toBe("FORBIDDEN");
    expect(await outcomeOf(all().archive({ conversationId: direct, reason }))).toBe("FORBIDDEN");
  });

  it("pass to another member, whose predecessors stay as admins", async () => {
    const [owner, member, outsider] = await Promise.all([createUser(), createUser(), createUser()]);
    const { id: conversationId } = await createGroup(owner, [member]);
    const transfer = (userId: string) => outcomeOf(all().transfer({ conversationId, userId, reason }));
    expect(await transfer(outsider.id)).toBe("NOT_FOUND");
    expect(await transfer(member.id)).toBe("ok");
    expect(await transfer(member.id)).toBe("ALREADY_DONE");
    const { members } = await all().members({ conversationId });
    expect(Object.fromEntries(members.map((each) => [each.id, each.role]))).toEqual({
      [owner.id]: "admin",
      [member.id]: "owner",
    });
  });

  it("page without leaving out or repeating any", async () => {
    const owner = await createUser();
    for (let i = 0; i < 5; i++) await createGroup(owner, [], { name: `Paging ${i}` });
    for (const sort of ["created", "activity"] as const) {
      const input = { query: "Paging", sort };
      const whole = (await all().list({ ...input, limit: 100 })).conversations.map((each) => each.id);
      const paged: string[] = [];
      let cursor: Parameters<ReturnType<typeof all>["list"]>[0]["cursor"] = null;
      do {
        const page = await all().list({ ...input, cursor, limit: 2 });
        paged.push(...page.conversations.map((each) => each.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(5);
    }
  });

  it("are read in the order of an index, newest first", async () => {
    const input = {
      query: "",
      state: "living",
      sort: "created",
      direction: "descending",
      limit: 50,
    } as const;
    const query = listAllConversationsQuery(input).toSQL();
    const plan = await database().sql.begin(async (tx) => {
      await tx`set local enable_seqscan = off`;
      await tx`set local enable_sort = off`;
      return tx.unsafe(`explain ${query.sql}`, query.params as never[]);
    });
    expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toContain("conversations_created_idx");
  });
});

describe("work on many conversations", () => {
  const states = async (query: string) => {
    const found = async (state: "living" | "archived" | "deleted") => all().countMatching({ query, state });
    return {
      living: await found("living"),
      archived: await found("archived"),
      deleted: await found("deleted"),
    };
  };

  it("is done to the groups that matched, is taken back by one undo, and leaves direct conversations alone", async () => {
    const [owner, other] = await Promise.all([createUser(), createUser()]);
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await createGroup(owner, [], { name: `Bulk ${i}` })).id);
    const { id: direct } = await callAs(owner).conversations.openDirect({ userId: other.id });
    const selected = { kind: "all", filter: { query: "Bulk" } } as const;
    const job = await all().work({ action: "delete", selected, reason });
    expect(job).toMatchObject({ kind: "conversations.delete", total: 3, reason });
    await runJobs(jobWork.name);
    expect(await states("Bulk")).toEqual({ living: 0, archived: 0, deleted: 3 });
    const entries = await database()
      .db.select({ reason: auditEntries.reason, actorId: auditEntries.actorId })
      .from(auditEntries)
      .where(and(eq(auditEntries.action, "conversation.deleted"), inArray(auditEntries.targetId, ids)));
    expect(entries).toEqual(Array(3).fill({ reason, actorId: admin.id }));
    await callAs(admin).admin.jobs.undo({ jobId: job.id });
    await runJobs(jobWork.name);
    expect(await states("Bulk")).toEqual({ living: 3, archived: 0, deleted: 0 });

    const these = { kind: "these" as const, ids: [...ids.slice(0, 1), direct] };
    expect(await all().work({ action: "archive", selected: these, reason })).toMatchObject({ total: 1 });
    await runJobs(jobWork.name);
    expect(await states("Bulk")).toEqual({ living: 2, archived: 1, deleted: 0 });
    const onlyDirect = { kind: "these" as const, ids: [direct] };
    expect(await outcomeOf(all().work({ action: "delete", selected: onlyDirect, reason }))).toBe("JOB_EMPTY");
  });
});

it("exports exactly what is listed, in its order, and leaves an entry before the first line", async () => {
  const [owner, other] = await Promise.all([createUser(), createUser()]);
  for (let i = 0; i < 3; i++) await createGroup(owner, [], { name: `Export ${i}` });
  await callAs(owner).conversations.openDirect({ userId: other.id });
  const list = { query: "Export", sort: "created", direction: "ascending" } as const;
  const ctx = { ...systemContext(), actor: admin };
  const rows: ExportRow[] = [];
  for await (const batch of exportConversations(ctx, { format: "csv", list })) rows.push(...batch);
  expect(rows.map(({ name, people, memberCount }) => [name, people, memberCount])).toEqual(
    [0, 1, 2].map((i) => [`Export ${i}`, owner.username, 1]),
  );
  const ofMember = await all().list({ member: owner.username, kind: "direct" });
  expect(ofMember.conversations.map((each) => each.people.map(({ id }) => id).sort())).toEqual([
    [owner.id, other.id].sort(),
  ]);
  expect(
    await database().db.$count(
      auditEntries,
      and(eq(auditEntries.action, "conversations.exported"), eq(auditEntries.requestId, ctx.requestId)),
    ),
  ).toBe(1);
});
