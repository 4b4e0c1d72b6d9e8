import { describe, expect, it } from "vitest";
import { updateSettings } from "@/features/settings/server/update-settings";
import { callAs, outcomeOf } from "@/testing/caller";
import { actorContext, createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { listMessages } from "./list-messages";

async function pairInGroup() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  return { ada, ben, group: await createGroup(ada, [ben]) };
}

describe("sendMessage", () => {
  it("numbers 1,000 messages of 8 people without hole or double, each request sent twice", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => createUser()));
    const [owner, ...others] = people;
    if (!owner) throw new Error("nobody");
    const { id: conversationId } = await createGroup(owner, others);
    const sent = await Promise.all(
      people.flatMap((person, p) =>
        Array.from({ length: 125 }, async (_, n) => {
          const id = newMessageId();
          const send = () => sendText(person, conversationId, `${p}:${n}`, { id });
          const [first, second] = await Promise.all([send(), send()]);
          expect(second).toEqual(first);
          return first;
        }),
      ),
    );
    const seqs = sent.map((m) => m.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(Array.from({ length: 1000 }, (_, i) => i + 1));
    expect(sent.every((m) => m.revision === m.seq)).toBe(true);

    const conversation = await callAs(owner).conversations.get({ conversationId });
    expect(conversation).toMatchObject({ lastSeq: 1000, revision: 1000 });
    const stored = [];
    for (let after = 0; after < 1000; after += 100) {
      const page = await listMessages(actorContext(owner), { conversationId, after, limit: 100 });
      stored.push(...page.messages);
    }
    expect(stored).toEqual(sent.toSorted((a, b) => a.seq - b.seq));
  });

  it("answers the same id again with the first result, whatever the second one says", async () => {
    const { ada, group } = await pairInGroup();
    const id = newMessageId();
    const first = await sendText(ada, group.id, "once", { id });
    expect(await sendText(ada, group.id, "twice", { id })).toEqual(first);
    expect((await callAs(ada).conversations.get({ conversationId: group.id })).lastSeq).toBe(1);
  });

  it("refuses an id that belongs to another author or conversation, and tells nothing of it", async () => {
    const { ada, ben, group } = await pairInGroup();
    const other = await createGroup(ada, [ben]);
    const { id } = await sendText(ada, group.id, "mine");
    expect(await outcomeOf(sendText(ben, group.id, "his", { id }))).toBe("MESSAGE_ID_TAKEN");
    expect(await outcomeOf(sendText(ada, other.id, "elsewhere", { id }))).toBe("MESSAGE_ID_TAKEN");
    const { messages } = await callAs(ada).messages.list({ conversationId: group.id });
    expect(messages.map((m) => m.body)).toEqual(["mine"]);
  });

  it("refuses whoever is no member, and takes no number for it", async () => {
    const { ada, group } = await pairInGroup();
    const outsider = await createUser();
    expect(await outcomeOf(sendText(outsider, group.id, "let me in"))).toBe("NOT_FOUND");
    expect(await outcomeOf(sendText(ada, newMessageId(), "to nowhere"))).toBe("NOT_FOUND");
    expect((await sendText(ada, group.id, "first")).seq).toBe(1);
  });

  it("no longer answers a retry by somebody who has left", async () => {
    const { ben, group } = await pairInGroup();
    const { id } = await sendText(ben, group.id, "bye");
    await callAs(ben).conversations.leave({ conversationId: group.id });
    expect(await outcomeOf(sendText(ben, group.id, "bye", { id }))).toBe("NOT_FOUND");
  });

  it("quotes a message of the same conversation and refuses one of another", async () => {
    const { ada, ben, group } = await pairInGroup();
    const elsewhere = await sendText(ada, (await createGroup(ada)).id, "secret");
    const question = await sendText(ada, group.id, "x".repeat(300));
    const answer = await sendText(ben, group.id, "yes", { replyToId: question.id });
    expect(answer.replyTo).toEqual({
      id: question.id,
      seq: 1,
      excerpt: "x".repeat(200),
      author: { id: ada.id, username: ada.username, displayName: ada.displayName },
    });
    const foreign = sendText(ben, group.id, "no", { replyToId: elsewhere.id });
    expect(await outcomeOf(foreign)).toBe("REPLY_TARGET_MISSING");
    const unknown = sendText(ben, group.id, "no", { replyToId: newMessageId() });
    expect(await outcomeOf(unknown)).toBe("REPLY_TARGET_MISSING");
    expect((await sendText(ada, group.id, "next")).seq).toBe(3);
  });

  it("trims, refuses the empty, and holds to the instance's own limit", async () => {
    const { ada, group } = await pairInGroup();
    const { messages } = callAs(ada);
    const send = (body: string) => messages.send({ id: newMessageId(), conversationId: group.id, body });
    expect((await send("  hello \n")).body).toBe("hello");
    await expect(send(" \n\t ")).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await updateSettings(actorContext(ada), { messageMaximumLength: 100 });
    expect((await send("y".repeat(100))).seq).toBe(2);
    expect(await outcomeOf(send("y".repeat(101)))).toBe("MESSAGE_TOO_LONG");
    expect(await outcomeOf(send(`  ${"z".repeat(100)}  `))).toBe("ok");
  });

  it("counts the author's own message as read, and nobody else's", async () => {
    const { ada, ben, group } = await pairInGroup();
    await sendText(ada, group.id, "one");
    const get = (who: typeof ada) => callAs(who).conversations.get({ conversationId: group.id });
    expect(await get(ada)).toMatchObject({ lastSeq: 1, lastReadSeq: 1 });
    expect(await get(ben)).toMatchObject({ lastSeq: 1, lastReadSeq: 0 });
  });

  it("keeps text in any script as it was written", async () => {
    const { ada, group } = await pairInGroup();
    const body = "日本語 · العربية · ไทย · 👩‍👩‍👧‍👦 · <b>&amp;</b> · \\u0000 · 'quoted' \"twice\"";
    const sent = await sendText(ada, group.id, body);
    const { messages } = await callAs(ada).messages.list({ conversationId: group.id });
    expect([sent.body, messages[0]?.body]).toEqual([body, body]);
  });

  it.each(["a\u0000b", "half an emoji \ud83d"])(
    "answers what cannot be stored as bad input: %j",
    async (body) => {
      const { ada, group } = await pairInGroup();
      const send = callAs(ada).messages.send({ id: newMessageId(), conversationId: group.id, body });
      expect(await outcomeOf(send)).toBe("BAD_INPUT");
    },
  );
});
