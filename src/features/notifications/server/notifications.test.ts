import { describe, expect, it } from "vitest";
import { recordConnected } from "@/features/presence/server/record-presence";
import type { Actor } from "@/server/context";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { followUpsDone } from "@/testing/follow-ups";
import type { Notification } from "../dto";

async function scene() {
  const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
  const { id: conversationId, name } = await createGroup(ada, [ben, cleo]);
  await followUpsDone();
  for (const person of [ben, cleo]) await callAs(person).notifications.markAllRead();
  return { ada, ben, cleo, conversationId, name };
}

/** What waits for a person, once everything that was left to be done is done. */
async function waiting(person: Actor) {
  await followUpsDone();
  const { notifications } = await callAs(person).notifications.list({ unread: true });
  expect(await callAs(person).notifications.countUnread()).toBe(notifications.length);
  return notifications;
}
const kinds = async (person: Actor) => (await waiting(person)).map((each) => each.kind);
const messageOf = (told: Notification) => (told.kind === "broadcast" ? null : told.message);
const summary = ({ id, username, displayName }: Actor) => ({ id, username, displayName });

describe("a notification", () => {
  it("tells of a mention: who, where and what, and of nothing else that was written", async () => {
    const { ada, ben, cleo, conversationId, name } = await scene();
    await sendText(ada, conversationId, "nobody in particular");
    const { id, seq } = await sendText(ada, conversationId, `look, @${ben.username}`);
    const [told, ...rest] = await waiting(ben);
    expect(rest).toEqual([]);
    expect(told).toMatchObject({
      ...{ kind: "mention", actor: summary(ada), others: 0, emoji: null, read: false },
      conversation: { id: conversationId, kind: "group", name },
      message: { id, seq, replySeq: null, excerpt: `look, @${ben.username}` },
    });
    expect(await waiting(cleo)).toEqual([]);
    expect(await waiting(ada)).toEqual([]);
  });

  it("tells of a reply to one's message, once even if the reply names one too", async () => {
    const { ada, ben, conversationId } = await scene();
    const { id: replyToId } = await sendText(ben, conversationId, "a question");
    await sendText(ada, conversationId, "an answer", { replyToId });
    expect(await kinds(ben)).toEqual(["reply"]);
    await sendText(ada, conversationId, `@${ben.username} another`, { replyToId });
    expect(await kinds(ben)).toEqual(["mention", "reply"]);
    await sendText(ben, conversationId, "my own", { replyToId });
    expect(await kinds(ben)).toEqual([]); // who writes has read what is above
  });

  it("tells those who follow a thread of its replies, with the place of its beginning", async () => {
    const { ada, ben, cleo, conversationId } = await scene();
    const { id: threadRootId, seq } = await sendText(ben, conversationId, "a topic");
    await sendText(cleo, conversationId, "first", { threadRootId });
    await sendText(ada, conversationId, "second", { threadRootId });
    expect((await waiting(ben)).map(messageOf)).toMatchObject([
      { seq, replySeq: 2, excerpt: "second" },
      { seq, replySeq: 1, excerpt: "first" },
    ]);
    expect(await kinds(cleo)).toEqual(["thread_reply"]);
    await callAs(cleo).messages.threads.unfollow({ conversationId, rootId: threadRootId });
    await sendText(ada, conversationId, "third", { threadRootId });
    expect((await waiting(cleo)).map((each) => messageOf(each)?.excerpt)).toEqual(["second"]);
    await callAs(cleo).messages.threads.markRead({ conversationId, rootId: threadRootId, seq: 2 });
    expect(await waiting(cleo)).toEqual([]);
  });

  it("calls everybody with @all, and those who are here with @here", async () => {
    const { ada, ben, cleo, conversationId } = await scene();
    await recordConnected([ben.id], { lookedRecently: true });
    await sendText(ada, conversationId, "@here");
    expect(await kinds(ben)).toEqual(["mention"]);
    expect(await kinds(cleo)).toEqual([]);
    await sendText(ada, conversationId, "@all");
    expect(await kinds(cleo)).toEqual(["mention"]);
  });

  it("gathers the reactions to a message, comes up again, and goes when they are taken back", async () => {
    const { ada, ben, cleo, conversationId } = await scene();
    const { id: messageId } = await sendText(ben, conversationId, "news");
    const react = (person: Actor, emoji: string) =>
      callAs(person).messages.reactions.add({ conversationId, messageId, emoji });
    await react(ben, "🎉");
    expect(await waiting(ben)).toEqual([]);
    await react(ada, "👍");
    const [first] = await waiting(ben);
    expect(first).toMatchObject({ kind: "reaction", actor: summary(ada), emoji: "👍", others: 0 });
    await callAs(ben).notifications.markRead({ ids: [first?.id as string] });
    expect(await waiting(ben)).toEqual([]);
    await react(cleo, "❤️");
    expect(await waiting(ben)).toMatchObject([
      { id: first?.id, actor: summary(cleo), emoji: "❤️", others: 1 },
    ]);
    for (const [person, emoji] of [
      [cleo, "❤️"],
      [ada, "👍"],
    ] as const) {
      await callAs(person).messages.reactions.remove({ conversationId, messageId, emoji });
    }
    expect(await waiting(ben)).toEqual([]);
  });

  it("tells of a group that somebody else put one into, until one opens it", async () => {
    const [ada, ben, cleo] = await Promise.all([createUser(), createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    expect(await waiting(ben)).toMatchObject([{ kind: "added", actor: summary(ada), message: null }]);
    expect(await waiting(ada)).toEqual([]);
    await callAs(ada).conversations.addMembers({ conversationId, userIds: [cleo.id] });
    expect(await kinds(cleo)).toEqual(["added"]);
    await callAs(cleo).conversations.markRead({ conversationId, seq: 1 });
    expect(await waiting(cleo)).toEqual([]);
  });

  it("comes of an edit that names somebody, and only once", async () => {
    const { ada, ben, conversationId } = await scene();
    const { id: messageId } = await sendText(ada, conversationId, "hello");
    for (const body of [`hello @${ben.username}`, `hello again @${ben.username}`]) {
      await callAs(ada).messages.edit({ conversationId, messageId, body });
    }
    expect(await kinds(ben)).toEqual(["mention"]);
  });

  it("is not made where somebody wants nothing, here or everywhere", async () => {
    const { ada, ben, conversationId } = await scene();
    const call = () => sendText(ada, conversationId, `@${ben.username}`);
    await callAs(ben).conversations.updateMembership({ conversationId, notificationLevel: "none" });
    await call();
    expect(await waiting(ben)).toEqual([]);
    await callAs(ben).conversations.updateMembership({ conversationId, notificationLevel: "default" });
    await call();
    expect(await kinds(ben)).toEqual(["mention"]);
  });

  it("goes with the message, with the membership, and comes back with them", async () => {
    const { ada, ben, conversationId } = await scene();
    const { id: messageId } = await sendText(ada, conversationId, `@${ben.username}`);
    expect(await kinds(ben)).toEqual(["mention"]);
    await callAs(ada).messages.delete({ conversationId, messageId });
    expect(await waiting(ben)).toEqual([]);
    await callAs(ada).messages.undelete({ conversationId, messageId });
    expect(await kinds(ben)).toEqual(["mention"]);
    await callAs(ada).conversations.removeMember({ conversationId, userId: ben.id });
    expect(await waiting(ben)).toEqual([]);
  });
});

describe("notifications", () => {
  it("are dealt with by reading what was said, by opening one, or all together", async () => {
    const { ada, ben, conversationId } = await scene();
    const call = () => sendText(ada, conversationId, `@${ben.username}`);
    const { seq } = await call();
    await call();
    expect(await waiting(ben)).toHaveLength(2);
    await callAs(ben).conversations.markRead({ conversationId, seq });
    const [second] = await waiting(ben);
    await callAs(ada).notifications.markRead({ ids: [second?.id as string] });
    expect(await waiting(ben)).toEqual([second]);
    await callAs(ben).notifications.markRead({ ids: [second?.id as string] });
    expect(await waiting(ben)).toEqual([]);
    await call();
    await callAs(ben).conversations.markAllRead();
    expect(await waiting(ben)).toEqual([]);
    await call();
    await followUpsDone();
    await callAs(ben).notifications.markAllRead();
    expect(await waiting(ben)).toEqual([]);
    const all = await callAs(ben).notifications.list({});
    expect(all.notifications.every((each) => each.read)).toBe(true);
  });

  it("come in pages, the latest first, nothing twice and nothing left out", async () => {
    const { ada, ben, conversationId } = await scene();
    const sent: string[] = [];
    for (let i = 0; i < 7; i++)
      sent.unshift((await sendText(ada, conversationId, `@${ben.username} ${i}`)).id);
    await followUpsDone();
    const seen: (string | undefined)[] = [];
    let cursor: Awaited<ReturnType<ReturnType<typeof callAs>["notifications"]["list"]>>["nextCursor"] = null;
    do {
      const page = await callAs(ben).notifications.list({ unread: true, limit: 3, cursor });
      seen.push(...page.notifications.map((each) => messageOf(each)?.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(sent);
  });

  it("are counted up to one past what is shown", async () => {
    const { ada, ben, conversationId } = await scene();
    await Promise.all(
      Array.from({ length: 110 }, () =>
        sendText(ada, conversationId, `@${ben.username}`, { id: newMessageId() }),
      ),
    );
    await followUpsDone();
    expect(await callAs(ben).notifications.countUnread()).toBe(100);
  });
});
