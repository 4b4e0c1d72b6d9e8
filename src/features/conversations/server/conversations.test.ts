import { describe, expect, it } from "vitest";
import type { ConversationSummary } from "@/features/conversations/dto";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";

describe("openDirect", () => {
  it("gives each pair one conversation, also when both open it at once, many times", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        n % 2
          ? callAs(ada).conversations.openDirect({ userId: ben.id })
          : callAs(ben).conversations.openDirect({ userId: ada.id }),
      ),
    );
    expect(new Set(opened.map((c) => c.id)).size).toBe(1);
    expect(opened[1]).toMatchObject({ kind: "direct", name: null, counterpart: { id: ben.id } });
    expect(opened[0]).toMatchObject({ kind: "direct", name: null, counterpart: { id: ada.id } });
    const members = await callAs(ada).conversations.members({ conversationId: opened[0]?.id ?? "" });
    expect(members.members.map((m) => m.id).sort()).toEqual([ada.id, ben.id].sort());
    expect((await callAs(ben).conversations.list({})).conversations).toHaveLength(1);
  });

  it("with oneself is for notes: one member", async () => {
    const ada = await createUser();
    const notes = await callAs(ada).conversations.openDirect({ userId: ada.id });
    expect(notes.counterpart?.id).toBe(ada.id);
    expect(await callAs(ada).conversations.openDirect({ userId: ada.id })).toMatchObject({ id: notes.id });
    expect((await callAs(ada).conversations.members({ conversationId: notes.id })).total).toBe(1);
    expect((await sendText(ada, notes.id, "milk")).seq).toBe(1);
  });

  it.each(["pending", "suspended", "deactivated"] as const)("refuses a person who is %s", async (status) => {
    const [ada, ben] = await Promise.all([createUser(), createUser({ status })]);
    expect(await outcomeOf(callAs(ada).conversations.openDirect({ userId: ben.id }))).toBe("NOT_FOUND");
    expect(await outcomeOf(callAs(ada).conversations.openDirect({ userId: newMessageId() }))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("createGroup", () => {
  it("makes its maker the owner, and takes each person once", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const group = await callAs(ada).conversations.createGroup({
      name: "  Garden  ",
      memberIds: [ben.id, ada.id, ben.id],
    });
    expect(group).toMatchObject({ kind: "group", name: "Garden", visibility: "private", role: "owner" });
    const { members, total } = await callAs(ben).conversations.members({ conversationId: group.id });
    expect(total).toBe(2);
    expect(members.map((m) => [m.id, m.role]).sort()).toEqual(
      [
        [ada.id, "owner"],
        [ben.id, "member"],
      ].sort(),
    );
  });

  it("leaves nothing behind when one of the people may not be added", async () => {
    const [ada, gone] = await Promise.all([createUser(), createUser({ status: "suspended" })]);
    const before = await database().db.$count(conversations);
    expect(await outcomeOf(createGroup(ada, [gone]))).toBe("NOT_FOUND");
    expect(await database().db.$count(conversations)).toBe(before);
  });
});

describe("joinGroup", () => {
  it("lets anybody into a public group; what was written before counts as read", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [], { visibility: "public" });
    await sendText(ada, conversationId, "before");
    const join = () => callAs(ben).conversations.join({ conversationId });
    expect(await join()).toMatchObject({ role: "member", lastSeq: 2, lastReadSeq: 2 });
    await sendText(ada, conversationId, "after");
    expect(await join()).toMatchObject({ lastSeq: 3, lastReadSeq: 2 });
    expect(await outcomeOf(callAs(ada).conversations.join({ conversationId }))).toBe("ok");
    expect(await callAs(ada).conversations.get({ conversationId })).toMatchObject({ role: "owner" });
  });

  it("answers for a private group as for one that does not exist", async () => {
    const [ada, ben, eve] = await Promise.all([createUser(), createUser(), createUser()]);
    const group = await createGroup(ada);
    const direct = await callAs(ada).conversations.openDirect({ userId: ben.id });
    const refusals = await Promise.all(
      [group.id, direct.id, newMessageId()].map((conversationId) =>
        callAs(eve)
          .conversations.join({ conversationId })
          .catch(({ code, message }: { code: string; message: string }) => ({ code, message })),
      ),
    );
    expect(refusals).toEqual(Array.from({ length: 3 }, () => ({ code: "NOT_FOUND", message: "NOT_FOUND" })));
  });
});

describe("browseGroups", () => {
  it("lists public groups alone, finds by part of the name, and pages without gap", async () => {
    const ada = await createUser();
    const names = ["Zebra 100%", "apple", "Apple pie", "zebra_2", "Éclair"];
    for (const name of names) await createGroup(ada, [], { name, visibility: "public" });
    await createGroup(ada, [], { name: "Apple secret" });
    const eve = await createUser();
    const find = async (query: string) =>
      (await callAs(eve).conversations.browse({ query })).groups.map((g) => g.name);
    expect((await find("APPLE")).sort()).toEqual(["Apple pie", "apple"]);
    expect(await find("100%")).toEqual(["Zebra 100%"]);
    expect(await find("a_2")).toEqual(["zebra_2"]);
    const seen: string[] = [];
    let cursor: { name: string; id: string } | null = null;
    do {
      const page = await callAs(eve).conversations.browse({ limit: 2, cursor });
      seen.push(...page.groups.map((g) => g.name));
      expect(page.groups.every((g) => !g.joined)).toBe(true);
      cursor = page.nextCursor as { name: string; id: string } | null;
    } while (cursor);
    expect(seen.filter((name) => names.includes(name)).sort()).toEqual([...names].sort());
  });
});

describe("addMembers", () => {
  it("is for owners and admins of a group", async () => {
    const [ada, ben, cleo, dan] = await Promise.all([createUser(), createUser(), createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    const add = (by: typeof ada, ...whom: (typeof ada)[]) =>
      callAs(by).conversations.addMembers({ conversationId, userIds: whom.map((each) => each.id) });
    expect(await outcomeOf(add(ben, cleo))).toBe("FORBIDDEN");
    expect(await outcomeOf(add(cleo, cleo))).toBe("NOT_FOUND");
    await sendText(ada, conversationId, "before");
    expect(await add(ada, ben, cleo, cleo)).toEqual({ added: 1 });
    expect(await callAs(cleo).conversations.get({ conversationId })).toMatchObject({ lastReadSeq: 1 });
    await database().db.update(conversationMembers).set({ role: "admin" });
    expect(await add(ben, dan)).toEqual({ added: 1 });
    const direct = await callAs(ada).conversations.openDirect({ userId: ben.id });
    const third = callAs(ada).conversations.addMembers({ conversationId: direct.id, userIds: [cleo.id] });
    expect(await outcomeOf(third)).toBe("FORBIDDEN");
  });

  it("adds nobody when one of them is not active", async () => {
    const [ada, ben, gone] = await Promise.all([
      createUser(),
      createUser(),
      createUser({ status: "deactivated" }),
    ]);
    const { id: conversationId } = await createGroup(ada);
    const add = callAs(ada).conversations.addMembers({ conversationId, userIds: [ben.id, gone.id] });
    expect(await outcomeOf(add)).toBe("NOT_FOUND");
    expect((await callAs(ada).conversations.members({ conversationId })).total).toBe(1);
  });
});

describe("leaveGroup", () => {
  it("lets members go, keeps the owner, and direct conversations", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    expect(await outcomeOf(callAs(ada).conversations.leave({ conversationId }))).toBe("LAST_OWNER");
    const direct = await callAs(ada).conversations.openDirect({ userId: ben.id });
    const leaving = callAs(ben).conversations.leave({ conversationId: direct.id });
    expect(await outcomeOf(leaving)).toBe("FORBIDDEN");
    await callAs(ben).conversations.leave({ conversationId });
    expect(await outcomeOf(callAs(ben).conversations.get({ conversationId }))).toBe("NOT_FOUND");
    expect(await outcomeOf(callAs(ben).conversations.leave({ conversationId }))).toBe("NOT_FOUND");
  });
});

describe("members", () => {
  it("pages through everybody, in the order they joined", async () => {
    const people = await Promise.all(Array.from({ length: 7 }, () => createUser()));
    const [owner, ...others] = people;
    if (!owner) throw new Error("nobody");
    const { id: conversationId } = await createGroup(owner, others);
    const seen: string[] = [];
    let cursor: { joinedAt: string; id: string } | null = null;
    do {
      const page = await callAs(owner).conversations.members({ conversationId, limit: 3, cursor });
      expect(page.total).toBe(7);
      seen.push(...page.members.map((m) => m.id));
      cursor = page.nextCursor as { joinedAt: string; id: string } | null;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(people.map((p) => p.id)));
  });
});

describe("list", () => {
  it("pages by latest activity", async () => {
    const ada = await createUser();
    const groups: ConversationSummary[] = [];
    for (let n = 0; n < 5; n++) groups.push(await createGroup(ada));
    await sendText(ada, groups[1]?.id ?? "", "newest");
    const seen: string[] = [];
    let cursor: { lastActivityAt: string; id: string } | null = null;
    do {
      const page = await callAs(ada).conversations.list({ limit: 2, cursor });
      seen.push(...page.conversations.map((c) => c.id));
      cursor = page.nextCursor as { lastActivityAt: string; id: string } | null;
    } while (cursor);
    expect(seen).toEqual([1, 4, 3, 2, 0].map((n) => groups[n]?.id));
  });
});

describe("markRead", () => {
  it("never moves back, and never past the newest message", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    for (let n = 0; n < 5; n++) await sendText(ada, conversationId, String(n));
    const mark = (seq: number) => callAs(ben).conversations.markRead({ conversationId, seq });
    const marker = async () => (await callAs(ben).conversations.get({ conversationId })).lastReadSeq;
    expect(await mark(3)).toEqual({ seq: 3 });
    expect(await mark(1)).toEqual({ seq: 3 });
    expect(await mark(999)).toEqual({ seq: 5 });
    expect(await marker()).toBe(5);
    await sendText(ada, conversationId, "unread");
    expect(await marker()).toBe(5);
  });

  it("ends at the furthest of many at once", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    for (let n = 0; n < 10; n++) await sendText(ada, conversationId, String(n));
    await Promise.all(
      [7, 2, 10, 4, 9, 1].map((seq) => callAs(ben).conversations.markRead({ conversationId, seq })),
    );
    expect((await callAs(ben).conversations.get({ conversationId })).lastReadSeq).toBe(10);
  });
});
