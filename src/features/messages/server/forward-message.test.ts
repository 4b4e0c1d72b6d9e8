import { describe, expect, it } from "vitest";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";

async function scene() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const [from, to] = [await createGroup(ada, [ben]), await createGroup(ben)];
  const message = await sendText(ada, from.id, `**look** @${ben.username} @all`);
  const place = { conversationId: from.id, messageId: message.id };
  return { ada, ben, from, to, message, place };
}

describe("forwardMessage", () => {
  it("says it again with its first author and time, through any number of forwards, and calls nobody", async () => {
    const { ben, from, to, message, place } = await scene();
    const id = newMessageId();
    const once = await callAs(ben).messages.forward({ ...place, id, toConversationId: to.id });
    const origin = {
      messageId: message.id,
      conversationId: from.id,
      author: message.author,
      sentAt: message.createdAt,
    };
    expect(once).toMatchObject({
      id,
      seq: 1,
      conversationId: to.id,
      body: message.body,
      author: { id: ben.id },
    });
    expect(once.forwardedFrom).toEqual(origin);
    expect(once.mentions).toEqual({ users: [], everyone: null });
    const twice = await callAs(ben).messages.forward({
      conversationId: to.id,
      messageId: id,
      id: newMessageId(),
      toConversationId: to.id,
    });
    expect(twice.forwardedFrom).toEqual(origin);
    expect((await callAs(ben).messages.list({ conversationId: to.id })).messages).toEqual([once, twice]);
  });

  it("gives the first result for the same id, and stays when the original goes", async () => {
    const { ada, ben, to, place } = await scene();
    const input = { ...place, id: newMessageId(), toConversationId: to.id };
    const [one, other] = await Promise.all([
      callAs(ben).messages.forward(input),
      callAs(ben).messages.forward(input),
    ]);
    expect(one).toEqual(other);
    await callAs(ada).messages.delete(place);
    expect((await callAs(ben).messages.list({ conversationId: to.id })).messages).toEqual([one]);
    expect(await outcomeOf(callAs(ben).messages.forward({ ...input, id: newMessageId() }))).toBe(
      "MESSAGE_DELETED",
    );
  });

  it("needs both conversations", async () => {
    const { ada, to, place, from } = await scene();
    const eve = await createUser();
    const own = await createGroup(eve);
    const forward = (actor: typeof ada, toConversationId: string, source = place) =>
      outcomeOf(callAs(actor).messages.forward({ ...source, id: newMessageId(), toConversationId }));
    expect(await forward(ada, to.id)).toBe("NOT_FOUND");
    expect(await forward(eve, own.id)).toBe("NOT_FOUND");
    expect(await forward(eve, own.id, { ...place, conversationId: own.id })).toBe("NOT_FOUND");
    expect(await forward(ada, from.id)).toBe("ok");
  });
});
