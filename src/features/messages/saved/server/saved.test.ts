import { describe, expect, it } from "vitest";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";

describe("saved messages", () => {
  it("are the person's own, over all conversations, latest saved first and in pages", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const [one, two] = [await createGroup(ada, [ben]), await createGroup(ben, [ada])];
    const sent = [
      await sendText(ben, one.id, "a"),
      await sendText(ben, two.id, "b"),
      await sendText(ada, one.id, "c"),
    ];
    const { saved } = callAs(ada).messages;
    for (const m of [...sent, sent[0] as (typeof sent)[0]]) {
      await saved.add({ conversationId: m.conversationId, messageId: m.id });
    }
    const first = await saved.list({ limit: 2 });
    const second = await saved.list({ limit: 2, cursor: first.nextCursor });
    expect([...first.saved, ...second.saved].map((s) => s.message)).toEqual(sent.toReversed());
    expect(second.nextCursor).toBeNull();
    expect(await saved.ids({ conversationId: one.id })).toEqual([sent[2]?.id, sent[0]?.id]);
    expect((await callAs(ben).messages.saved.list({})).saved).toEqual([]);

    await saved.remove({ conversationId: one.id, messageId: sent[0]?.id as string });
    expect((await saved.list({})).saved.map((s) => s.message.body)).toEqual(["c", "b"]);
  });

  it("of a conversation that the person left come back only with the membership", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben], { visibility: "public" });
    const { id: messageId } = await sendText(ada, conversationId, "a");
    const { saved } = callAs(ben).messages;
    await saved.add({ conversationId, messageId });
    await callAs(ben).conversations.leave({ conversationId });
    expect((await saved.list({})).saved).toEqual([]);
    expect(await outcomeOf(saved.ids({ conversationId }))).toBe("NOT_FOUND");
    expect(await outcomeOf(saved.add({ conversationId, messageId }))).toBe("NOT_FOUND");
    await callAs(ben).conversations.join({ conversationId });
    expect((await saved.list({})).saved).toHaveLength(1);
    await callAs(ben).conversations.leave({ conversationId });
    expect(await outcomeOf(saved.remove({ conversationId, messageId }))).toBe("ok");
  });

  it("show a message as it reads now, deleted ones as deleted", async () => {
    const ada = await createUser();
    const { id: conversationId } = await createGroup(ada);
    const { id: messageId } = await sendText(ada, conversationId, "a");
    await callAs(ada).messages.saved.add({ conversationId, messageId });
    const deleted = await callAs(ada).messages.delete({ conversationId, messageId });
    expect((await callAs(ada).messages.saved.list({})).saved.map((s) => s.message)).toEqual([deleted]);
  });
});
