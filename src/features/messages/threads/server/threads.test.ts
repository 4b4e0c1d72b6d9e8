import { describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { participantLimit } from "../limits";

async function scene(extra = 0) {
  const [ada, ben, ...others] = await Promise.all(Array.from({ length: 2 + extra }, () => createUser()));
  if (!ada || !ben) throw new Error("nobody");
  const { id: conversationId } = await createGroup(ada, [ben, ...others]);
  const root = await sendText(ada, conversationId, "who comes?");
  const reply = (actor: Actor, body: string, wanted = {}) =>
    sendText(actor, conversationId, body, { threadRootId: root.id, ...wanted });
  return { ada, ben, others, conversationId, root, reply, thread: { conversationId, rootId: root.id } };
}

const unreadOf = async (actor: Actor) => {
  const { threads } = await callAs(actor).messages.threads.list({});
  return threads.map(({ root, lastReadSeq }) => (root.thread?.replyCount ?? 0) - lastReadSeq);
};

describe("a thread", () => {
  it("numbers its replies on their own and leaves the main line and its unread count alone", async () => {
    const { ada, ben, conversationId, root, reply, thread } = await scene();
    const replies = await Promise.all(Array.from({ length: 20 }, (_, n) => reply(n % 2 ? ada : ben, `${n}`)));
    const next = await sendText(ada, conversationId, "elsewhere");
    expect(replies.map((r) => r.seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    expect(next.seq).toBe(2);

    const main = await callAs(ben).messages.list({ conversationId });
    expect(main.messages.map((m) => m.body)).toEqual([root.body, "elsewhere"]);
    const summary = await callAs(ben).conversations.get({ conversationId });
    expect([summary.lastSeq, summary.lastReadSeq, summary.lastMessage?.excerpt]).toEqual([2, 0, "elsewhere"]);

    const line = await callAs(ben).messages.threads.replies({ ...thread, limit: 8 });
    const older = await callAs(ben).messages.threads.replies({
      ...thread,
      limit: 100,
      before: line.messages[0]?.seq as number,
    });
    expect([...older.messages, ...line.messages]).toEqual(replies.toSorted((a, b) => a.seq - b.seq));
    expect([line.threadRootId, line.hasOlder, older.hasOlder]).toEqual([root.id, true, false]);
  });

  it("shows on its first message how many replied when, and who were the first", async () => {
    const { ada, ben, others, conversationId, root, reply } = await scene(6);
    const first = await reply(ben, "I");
    await reply(ben, "and I again");
    for (const person of others) await reply(person, "I too");
    const last = await reply(ada, "good");
    const { messages } = await callAs(ben).messages.list({ conversationId });
    const names = [ben, ...others].slice(0, participantLimit);
    expect(messages).toEqual([
      {
        ...root,
        revision: last.revision + 1,
        thread: {
          replyCount: 9,
          lastReplyAt: last.createdAt,
          participants: names.map(({ id, username, displayName }) => ({ id, username, displayName })),
        },
      },
    ]);
    expect(first).toMatchObject({ threadRootId: root.id, seq: 1, thread: null });
  });

  it("answers a repeated reply with the first result, and refuses an id used elsewhere", async () => {
    const { ada, ben, conversationId, root, reply } = await scene();
    const id = newMessageId();
    const [one, other] = await Promise.all([reply(ben, "once", { id }), reply(ben, "twice", { id })]);
    expect(one).toEqual(other);
    expect(await outcomeOf(reply(ada, "hers", { id }))).toBe("MESSAGE_ID_TAKEN");
    expect(await outcomeOf(reply(ada, "hers", { id: root.id }))).toBe("MESSAGE_ID_TAKEN");
    const far = await createGroup(ben);
    const { id: foreign } = await sendText(ben, far.id, "far");
    expect(await outcomeOf(reply(ben, "x", { id: foreign }))).toBe("MESSAGE_ID_TAKEN");
    expect(await outcomeOf(sendText(ben, conversationId, "on the main line", { id }))).toBe("ok");
    expect((await callAs(ben).messages.list({ conversationId })).messages).toHaveLength(1);
  });

  it("hangs on a message of the main line alone, and quotes only what is in it", async () => {
    const { ada, ben, conversationId, root, reply, thread } = await scene();
    const answer = await reply(ben, "I");
    const aside = await sendText(ben, conversationId, "aside");
    expect((await reply(ada, "re root", { replyToId: root.id })).replyTo).toMatchObject({ id: root.id });
    expect((await reply(ada, "re reply", { replyToId: answer.id })).replyTo).toMatchObject({ id: answer.id });
    expect(await outcomeOf(reply(ada, "re aside", { replyToId: aside.id }))).toBe("REPLY_TARGET_MISSING");
    expect(await outcomeOf(reply(ada, "nested", { threadRootId: answer.id }))).toBe("FORBIDDEN");
    const quoting = sendText(ada, conversationId, "main", { replyToId: answer.id });
    expect(await outcomeOf(quoting)).toBe("REPLY_TARGET_MISSING");
    const { threads } = callAs(ben).messages;
    expect(await outcomeOf(threads.get({ ...thread, rootId: answer.id }))).toBe("NOT_FOUND");
    expect(await outcomeOf(reply(await createUser(), "outside"))).toBe("NOT_FOUND");
  });

  it("keeps to the rules of writing in its conversation", async () => {
    const { ada, ben, conversationId, root, reply } = await scene();
    const { conversations, messages } = callAs(ada);
    await conversations.update({ conversationId, slowModeSeconds: 60 });
    expect(await outcomeOf(reply(ben, "first"))).toBe("ok");
    expect(await outcomeOf(reply(ben, "at once"))).toBe("SLOW_MODE");
    expect(await outcomeOf(sendText(ben, conversationId, "on the main line"))).toBe("SLOW_MODE");
    await conversations.update({ conversationId, slowModeSeconds: 0, announcementOnly: true });
    expect(await outcomeOf(reply(ben, "quiet"))).toBe("ANNOUNCEMENT_ONLY");
    expect(await outcomeOf(reply(ada, "hers"))).toBe("ok");
    await conversations.archive({ conversationId });
    expect(await outcomeOf(reply(ada, "late"))).toBe("CONVERSATION_ARCHIVED");
    const place = { conversationId, messageId: root.id };
    expect(await outcomeOf(messages.edit({ ...place, body: "late" }))).toBe("CONVERSATION_ARCHIVED");
    expect(await outcomeOf(messages.reactions.add({ ...place, emoji: "👍" }))).toBe("CONVERSATION_ARCHIVED");
    expect(await outcomeOf(messages.pins.add(place))).toBe("CONVERSATION_ARCHIVED");
    expect(await outcomeOf(messages.delete(place))).toBe("ok");
  });

  it("outlives its first message, but is not opened on a deleted one", async () => {
    const { ada, ben, conversationId, root, reply } = await scene();
    await reply(ben, "I");
    const gone = await callAs(ada).messages.delete({ conversationId, messageId: root.id });
    expect(gone).toMatchObject({ body: "", thread: { replyCount: 1 } });
    expect((await reply(ben, "still here")).seq).toBe(2);
    const bare = await sendText(ada, conversationId, "oops");
    await callAs(ada).messages.delete({ conversationId, messageId: bare.id });
    expect(await outcomeOf(reply(ben, "x", { threadRootId: bare.id }))).toBe("MESSAGE_DELETED");
  });
});

describe("following", () => {
  it("begins for who wrote the first message, who replies, and who is called by name", async () => {
    const { ada, ben, others, reply, thread } = await scene(2);
    const [cleo, dan] = others as [Actor, Actor];
    await reply(ben, "I");
    expect([await unreadOf(ada), await unreadOf(ben)]).toEqual([[1], [0]]);
    await reply(ben, `@${cleo.username} you too?`);
    expect([await unreadOf(ada), await unreadOf(ben), await unreadOf(cleo)]).toEqual([[2], [0], [1]]);
    expect(await unreadOf(dan)).toEqual([]);
    await callAs(dan).messages.threads.follow(thread);
    expect(await unreadOf(dan)).toEqual([0]);
    await reply(ben, "last call");
    expect([await unreadOf(dan), await callAs(dan).messages.threads.countUnread()]).toEqual([[1], 1]);
  });

  it("has a read marker of its own that never goes back nor past the end", async () => {
    const { ada, ben, conversationId, reply, thread } = await scene();
    for (const body of ["a", "b", "c"]) await reply(ben, body);
    const { threads } = callAs(ada).messages;
    expect(await threads.markRead({ ...thread, seq: 2 })).toEqual({ seq: 2 });
    expect(await threads.markRead({ ...thread, seq: 1 })).toEqual({ seq: 2 });
    expect(await unreadOf(ada)).toEqual([1]);
    expect(await threads.markRead({ ...thread, seq: 99 })).toEqual({ seq: 3 });
    expect([await unreadOf(ada), await threads.countUnread()]).toEqual([[0], 0]);
    expect((await callAs(ada).conversations.get({ conversationId })).lastReadSeq).toBe(1);
  });

  it("ends when asked, until the person replies again; reading alone does not begin it", async () => {
    const { ada, ben, others, reply, thread } = await scene(1);
    const [cleo] = others as [Actor];
    await reply(ben, "a");
    await callAs(ada).messages.threads.unfollow(thread);
    await reply(ben, `@${ada.username}`);
    expect(await unreadOf(ada)).toEqual([]);
    await reply(ada, "fine");
    expect(await unreadOf(ada)).toEqual([0]);
    await callAs(cleo).messages.threads.markRead({ ...thread, seq: 1 });
    expect(await callAs(cleo).messages.threads.get(thread)).toMatchObject({
      following: false,
      lastReadSeq: 1,
    });
  });

  it("lists the latest first, in pages, and leaves out conversations that the person has left", async () => {
    const { ada, ben, conversationId, reply, thread } = await scene();
    await reply(ben, "older thread");
    const second = await sendText(ada, conversationId, "second");
    await sendText(ben, conversationId, "newer thread", { threadRootId: second.id });
    const { threads } = callAs(ada).messages;
    const one = await threads.list({ limit: 1 });
    const two = await threads.list({ limit: 1, cursor: one.nextCursor });
    expect([one, two].map((page) => page.threads[0]?.root.id)).toEqual([second.id, thread.rootId]);
    expect(two.nextCursor).toBeNull();
    expect(two.threads).toEqual([await threads.get(thread)]);
    await callAs(ben).conversations.leave({ conversationId });
    expect(await unreadOf(ben)).toEqual([]);
    expect(await outcomeOf(callAs(ben).messages.threads.replies(thread))).toBe("NOT_FOUND");
  });
});
