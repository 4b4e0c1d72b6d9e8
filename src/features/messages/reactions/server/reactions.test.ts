import { describe, expect, it } from "vitest";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { reactionLimit, reactorLimit } from "../limits";

async function scene(people = 2) {
  const [ada, ...others] = await Promise.all(Array.from({ length: people }, () => createUser()));
  if (!ada) throw new Error("nobody");
  const { id: conversationId } = await createGroup(ada, others);
  const message = await sendText(ada, conversationId, "lunch?");
  return { ada, others, message, place: { conversationId, messageId: message.id } };
}

describe("reactions", () => {
  it("are added and taken back once, however often the request comes", async () => {
    const { ada, others, message, place } = await scene();
    const [ben] = others as [typeof ada];
    const add = (actor: typeof ada, emoji: string) =>
      callAs(actor).messages.reactions.add({ ...place, emoji });
    await Promise.all([add(ben, "👍"), add(ben, "👍"), add(ben, "👍")]);
    await add(ada, "👩‍👩‍👧");
    const full = await add(ada, "👍");
    expect(full).toEqual({
      ...message,
      revision: 4,
      reactions: [
        { emoji: "👍", count: 2, userIds: [ben.id, ada.id] },
        { emoji: "👩‍👩‍👧", count: 1, userIds: [ada.id] },
      ],
    });
    const remove = () => callAs(ben).messages.reactions.remove({ ...place, emoji: "👍" });
    const less = await remove();
    expect(less.reactions).toEqual([
      { emoji: "👩‍👩‍👧", count: 1, userIds: [ada.id] },
      { emoji: "👍", count: 1, userIds: [ada.id] },
    ]);
    expect(await remove()).toEqual(less);
    expect((await callAs(ada).messages.list({ conversationId: place.conversationId })).messages).toEqual([
      less,
    ]);
  });

  it.each(["", "x", "👍👍", "👍 ", "<b>", ":+1:", "❤", "1"])(
    "refuse %j, which is no emoji",
    async (emoji) => {
      const { ada, place } = await scene(1);
      await expect(callAs(ada).messages.reactions.add({ ...place, emoji })).rejects.toMatchObject({
        code: "BAD_REQUEST",
      });
    },
  );

  it("are bounded in their kinds, and counted but not all named", async () => {
    const { ada, others, place } = await scene(reactorLimit + 2);
    const kinds = Array.from({ length: reactionLimit }, (_, i) => String.fromCodePoint(0x1f600 + i));
    for (const emoji of kinds) await callAs(ada).messages.reactions.add({ ...place, emoji });
    const add = (actor: typeof ada, emoji: string) =>
      callAs(actor).messages.reactions.add({ ...place, emoji });
    expect(await outcomeOf(add(ada, "👍"))).toBe("TOO_MANY_REACTIONS");
    for (const person of others) await add(person, kinds[0] as string);

    const { messages } = await callAs(ada).messages.list({ conversationId: place.conversationId });
    const [first] = messages[0]?.reactions ?? [];
    expect(first?.count).toBe(reactorLimit + 2);
    expect(first?.userIds).toEqual([ada, ...others].slice(0, reactorLimit).map((p) => p.id));

    const last = others.at(-1) as typeof ada;
    const list = { ...place, emoji: kinds[0] as string, limit: 20 };
    const one = await callAs(last).messages.reactions.list(list);
    const two = await callAs(last).messages.reactions.list({ ...list, cursor: one.nextCursor });
    expect([...one.people, ...two.people].map((p) => p.id)).toEqual([ada, ...others].map((p) => p.id));
    expect([one.own, two.nextCursor]).toEqual([true, null]);
  });

  it("are hidden from and closed to everybody outside", async () => {
    const { place } = await scene();
    const eve = callAs(await createUser()).messages.reactions;
    const reaction = { ...place, emoji: "👍" };
    expect(await outcomeOf(eve.add(reaction))).toBe("NOT_FOUND");
    expect(await outcomeOf(eve.remove(reaction))).toBe("NOT_FOUND");
    expect(await outcomeOf(eve.list(reaction))).toBe("NOT_FOUND");
  });
});
