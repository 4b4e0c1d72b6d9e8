import { describe, expect, it } from "vitest";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";

describe("catchUp", () => {
  it("gives exactly what was missed, over all conversations together", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const [busy, quiet] = [await createGroup(ada, [ben]), await createGroup(ada, [ben])];
    await sendText(ada, busy.id, "seen");
    await sendText(ada, quiet.id, "seen");
    const missed = [await sendText(ada, busy.id, "missed 1"), await sendText(ada, busy.id, "missed 2")];

    const { conversations, changes } = await callAs(ben).messages.catchUp({
      timelines: [
        { conversationId: busy.id, revision: 1 },
        { conversationId: quiet.id, revision: 1 },
      ],
    });
    expect(changes).toEqual([
      { conversationId: busy.id, revision: 3, reset: false, messages: missed },
      { conversationId: quiet.id, revision: 1, reset: false, messages: [] },
    ]);
    expect(conversations.map((c) => [c.id, c.lastSeq])).toEqual([
      [busy.id, 3],
      [quiet.id, 1],
    ]);
  });

  it("sends 200 changes, and says to read anew past them", async () => {
    const ada = await createUser();
    const { id: conversationId } = await createGroup(ada);
    await Promise.all(Array.from({ length: 201 }, (_, n) => sendText(ada, conversationId, String(n))));
    const ask = async (revision: number) => {
      const { changes } = await callAs(ada).messages.catchUp({ timelines: [{ conversationId, revision }] });
      return changes.map((c) => [c.reset, c.messages.length, c.revision]);
    };
    expect(await ask(1)).toEqual([[false, 200, 201]]);
    expect(await ask(0)).toEqual([[true, 0, 201]]);
    // From before a restore: the client knows of changes that this database has never seen.
    expect(await ask(900)).toEqual([[true, 0, 201]]);
  });

  it("does not answer conversations that the person left or never was in", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const left = await createGroup(ada, [ben]);
    const foreign = await createGroup(ada);
    await sendText(ada, left.id, "before");
    await callAs(ben).conversations.leave({ conversationId: left.id });
    await sendText(ada, left.id, "after");
    await sendText(ada, foreign.id, "secret");
    const answer = await callAs(ben).messages.catchUp({
      timelines: [left, foreign].map((c) => ({ conversationId: c.id, revision: 0 })),
    });
    expect(answer).toEqual({ conversations: [], changes: [], people: [] });
  });

  it("says what the people are called now whom the client knows, and nothing of anybody else", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    await callAs(ben).account.updateProfile({ displayName: "Ben Jonson" });
    const people = [ben.id, ada.id, crypto.randomUUID()];
    const answer = await callAs(ada).messages.catchUp({ timelines: [], people });
    const named = [
      { id: ada.id, username: ada.username, displayName: ada.displayName },
      { id: ben.id, username: ben.username, displayName: "Ben Jonson" },
    ];
    expect(answer.people).toHaveLength(2);
    expect(answer.people).toEqual(expect.arrayContaining(named));
  });
});
