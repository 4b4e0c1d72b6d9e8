import { describe, expect, it } from "vitest";
import type { Message } from "@/features/messages/dto";
import type { Actor } from "@/server/context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { conversationChannel } from "../channels";
import { type ConversationList, withDetails } from "../conversation-list";
import type { ConversationDetails } from "../dto";
import type { SystemMessage } from "../system-event";

/** What the system notes arrives as any message does: its shape must be one of a message. */
const asMessage = (noted: SystemMessage): Message => noted;

async function groupOfThree() {
  const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben, cleo], { name: "Garden" });
  await callAs(ada).conversations.setRole({ conversationId, userId: ben.id, role: "admin" });
  const get = (by: Actor) => callAs(by).conversations.get({ conversationId });
  const noted = async () =>
    (await callAs(ada).messages.list({ conversationId })).messages.map((m) => m.system).slice(1);
  return { ada, ben, cleo, conversationId, get, noted };
}

describe("update", () => {
  it("changes what is given, notes each change in the history, and nothing that was so already", async () => {
    const { ada, ben, conversationId, get, noted } = await groupOfThree();
    const update = callAs(ben).conversations.update;
    await update({ conversationId, name: "  Orchard ", description: "Trees", slowModeSeconds: 30 });
    expect(await get(ada)).toMatchObject({ name: "Orchard", description: "Trees", slowModeSeconds: 30 });
    await update({ conversationId, name: "Orchard", announcementOnly: false });
    await update({ conversationId, announcementOnly: true });
    await callAs(ada).conversations.update({ conversationId, visibility: "public" });
    expect(await noted()).toEqual([
      { type: "renamed", from: "Garden", to: "Orchard" },
      { type: "described" },
      { type: "slow-mode-set", seconds: 30 },
      { type: "announcements-set", on: true },
      { type: "visibility-set", visibility: "public" },
    ]);
  });

  it("is for owners and admins, visibility for owners, of groups that are not archived", async () => {
    const { ada, ben, cleo, conversationId } = await groupOfThree();
    const as = (by: Actor) => callAs(by).conversations;
    expect(await outcomeOf(as(cleo).update({ conversationId, name: "Mine" }))).toBe("FORBIDDEN");
    expect(await outcomeOf(as(ben).update({ conversationId, visibility: "public" }))).toBe("FORBIDDEN");
    expect(await outcomeOf(as(await createUser()).update({ conversationId, name: "X" }))).toBe("NOT_FOUND");
    const direct = await as(ada).openDirect({ userId: ben.id });
    expect(await outcomeOf(as(ada).update({ conversationId: direct.id, name: "Us" }))).toBe("FORBIDDEN");
    await as(ada).archive({ conversationId });
    expect(await outcomeOf(as(ada).update({ conversationId, name: "Late" }))).toBe("FORBIDDEN");
  });

  it("tells members what a fresh read tells; events in any order, or twice, end in the same", async () => {
    const { ada, ben, conversationId, get } = await groupOfThree();
    const client = await listenAs(ben);
    await client.subscribe(conversationChannel(conversationId));
    const before: ConversationList = { conversations: [await get(ben)], nextCursor: null };
    for (const name of ["One", "Two"]) await callAs(ada).conversations.update({ conversationId, name });
    await callAs(ada).conversations.archive({ conversationId });
    type Changed = { conversation: ConversationDetails };
    const fits = (data: Changed) => data.conversation.archivedAt !== null;
    await client.event<Changed>("conversation.changed", fits);
    await client.event<{ message: SystemMessage }>(
      "message.created",
      ({ message }) => asMessage(message).system?.type === "archived",
    );
    const events = client.received
      .filter((each) => each.name === "conversation.changed")
      .map((each) => (each.data as Changed).conversation);
    expect(events).toHaveLength(3);
    const { conversations } = [...events.toReversed(), ...events].reduce(withDetails, before);
    const fresh = await get(ben);
    expect(fresh).toMatchObject(events.at(-1) as object);
    const { lastSeq, revision, lastMessage, lastActivityAt } = before.conversations[0] as typeof fresh;
    expect(conversations).toEqual([{ ...fresh, lastSeq, revision, lastMessage, lastActivityAt }]);
    const received = client.received
      .filter((each) => each.name === "message.created")
      .map((each) => (each.data as { message: Message }).message);
    expect(received).toEqual((await callAs(ben).messages.list({ conversationId })).messages.slice(1));
    client.close();
  });

  it("keeps seq and revision without holes when changes and messages come at once", async () => {
    const { ada, ben, cleo, conversationId, get } = await groupOfThree();
    await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        n % 3 === 0
          ? callAs(ada).conversations.update({ conversationId, name: `Name ${n}` })
          : sendText(n % 3 === 1 ? ben : cleo, conversationId, String(n)),
      ),
    );
    const { messages } = await callAs(ben).messages.list({ conversationId, limit: 100 });
    expect(messages.map((m) => m.seq)).toEqual(Array.from({ length: 61 }, (_, i) => i + 1));
    expect(await get(ben)).toMatchObject({ lastSeq: 61, revision: 61 });
  });
});

describe("archive", () => {
  it("closes a group for writing, joining and adding, until it is opened again", async () => {
    const { ada, ben, cleo, conversationId, get } = await groupOfThree();
    const eve = await createUser();
    await callAs(ada).conversations.update({ conversationId, visibility: "public" });
    expect(await outcomeOf(callAs(ben).conversations.archive({ conversationId }))).toBe("FORBIDDEN");
    expect(await outcomeOf(callAs(ada).conversations.unarchive({ conversationId }))).toBe("ALREADY_DONE");
    await callAs(ada).conversations.archive({ conversationId });
    expect(await outcomeOf(callAs(ada).conversations.archive({ conversationId }))).toBe("ALREADY_DONE");
    for (const person of [ada, ben, cleo])
      expect(await outcomeOf(sendText(person, conversationId, "late"))).toBe("CONVERSATION_ARCHIVED");
    expect(await outcomeOf(callAs(eve).conversations.join({ conversationId }))).toBe("CONVERSATION_ARCHIVED");
    expect((await callAs(eve).conversations.browse({ query: "Garden" })).groups).toEqual([]);
    const add = callAs(ada).conversations.addMembers({ conversationId, userIds: [eve.id] });
    expect(await outcomeOf(add)).toBe("FORBIDDEN");
    expect((await get(cleo)).archivedAt).not.toBeNull();
    await callAs(ada).conversations.unarchive({ conversationId });
    expect((await sendText(cleo, conversationId, "back")).body).toBe("back");
  });
});

describe("delete", () => {
  it("takes the group from everybody, and gives it back whole", async () => {
    const { ada, ben, conversationId, get } = await groupOfThree();
    const root = await createUser({ role: "admin" });
    await sendText(ben, conversationId, "keep me");
    const before = await get(ben);
    expect(await outcomeOf(callAs(ben).conversations.delete({ conversationId }))).toBe("FORBIDDEN");
    expect(await outcomeOf(callAs(root).conversations.get({ conversationId }))).toBe("NOT_FOUND");
    const client = await listenAs(ben);
    await client.subscribe(conversationChannel(conversationId));
    await callAs(ada).conversations.delete({ conversationId, reason: "done" });
    expect(await client.event("conversation.removed")).toEqual({ conversationId });
    for (const person of [ada, ben]) {
      expect(await outcomeOf(get(person))).toBe("NOT_FOUND");
      expect(await outcomeOf(sendText(person, conversationId, "?"))).toBe("NOT_FOUND");
      expect((await callAs(person).conversations.list({})).conversations).toEqual([]);
    }
    expect((await callAs(ben).conversations.deleted({})).groups).toEqual([]);
    expect((await callAs(ada).conversations.deleted({})).groups).toMatchObject([
      { id: conversationId, name: "Garden", reason: "done" },
    ]);
    expect(await outcomeOf(callAs(ben).conversations.restore({ conversationId }))).toBe("NOT_FOUND");
    await callAs(ada).conversations.restore({ conversationId });
    expect(await outcomeOf(callAs(ada).conversations.restore({ conversationId }))).toBe("NOT_FOUND");
    expect(await get(ben)).toMatchObject({ name: before.name, role: before.role });
    const { messages } = await callAs(ben).messages.list({ conversationId });
    expect(messages.map((m) => m.body || m.system?.type)).toEqual(["role-set", "keep me", "restored"]);
    client.close();
  });

  it("is open to the instance's admins, members or not, and never for direct conversations", async () => {
    const { ada, ben, conversationId } = await groupOfThree();
    const root = await createUser({ role: "admin" });
    await callAs(root).conversations.delete({ conversationId });
    await callAs(root).conversations.restore({ conversationId });
    expect(await outcomeOf(callAs(await createUser()).conversations.delete({ conversationId }))).toBe(
      "NOT_FOUND",
    );
    const direct = await callAs(ada).conversations.openDirect({ userId: ben.id });
    for (const person of [ada, root]) {
      const deletion = callAs(person).conversations.delete({ conversationId: direct.id });
      expect(await outcomeOf(deletion)).toBe("FORBIDDEN");
    }
    expect(await outcomeOf(callAs(root).conversations.delete({ conversationId: newMessageId() }))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("history", () => {
  it("tells who joined, was added and left, and shows it in the list", async () => {
    const { ada, conversationId, get, noted } = await groupOfThree();
    const [eve, finn] = await Promise.all([
      createUser({ displayName: "Eve" }),
      createUser({ displayName: "Finn" }),
    ]);
    await callAs(ada).conversations.update({ conversationId, visibility: "public" });
    await callAs(eve).conversations.join({ conversationId });
    await callAs(eve).conversations.join({ conversationId });
    await callAs(eve).conversations.leave({ conversationId });
    const userIds = [finn.id, eve.id, ada.id];
    expect(await callAs(ada).conversations.addMembers({ conversationId, userIds })).toEqual({ added: 2 });
    const people = [eve, finn].map(({ id, username, displayName }) => ({ id, username, displayName }));
    expect((await noted()).slice(1)).toEqual([
      { type: "joined", byLink: false },
      { type: "left" },
      { type: "added", people, count: 2 },
    ]);
    const { lastMessage } = await get(finn);
    expect(lastMessage).toMatchObject({ excerpt: "", system: { type: "added", count: 2 } });
  });
});
