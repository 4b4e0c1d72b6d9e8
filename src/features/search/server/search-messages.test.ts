import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";

describe("searchMessages", () => {
  let ada: Actor;
  let bo: Actor;
  let general: string;
  let secret: string;

  beforeAll(async () => {
    ada = await createUser({ username: "ada", displayName: "Ada" });
    bo = await createUser({ username: "bo", displayName: "Bo" });
    general = (await createGroup(ada, [bo], { name: "General" })).id;
    secret = (await createGroup(bo, [], { name: "Secret" })).id;
    await sendText(bo, secret, "the secret deployment password");
    for (const body of [
      "We deployed the new server today",
      "The café opens at nine",
      "Пожалуйста, проверьте развертывание",
      "東京都に引っ越しました",
      "我们明天讨论搜索功能",
      "ประชุมพรุ่งนี้ตอนเช้า",
      "الاجتماع غدا في الصباح",
      "서울에서 만나요",
      "Η σύσκεψη αναβλήθηκε",
      "הפגישה נדחתה למחר",
      "हिन्दी में खोज होती है",
      "회의는내일아침입니다",
      "see https://example.org/runbook for details",
      "the runbook grew",
      "write to grace.hopper@navy.example",
      "blue green rollout",
      "green blue rollout",
    ]) {
      await sendText(ada, general, body);
    }
    await sendText(bo, general, "I deployed it as well");
  });

  async function find(actor: Actor, query: string, more = {}) {
    const { hits, correctedQuery } = await callAs(actor).search.messages({ query, ...more });
    return { bodies: hits.map((h) => h.excerpt.map((p) => p.text).join("")), correctedQuery };
  }

  it.each([
    ["a word's beginning", "deploy server", ["We deployed the new server today"]],
    ["a word inside a web address", "runbook details", ["see https://example.org/runbook for details"]],
    ["a word inside an e-mail address", "hopper", ["write to grace.hopper@navy.example"]],
    ["an e-mail address as it is", "grace.hopper@navy.example", ["write to grace.hopper@navy.example"]],
    ["Latin with accents", "cafe", ["The café opens at nine"]],
    ["Latin without accents", "CAFÉ", ["The café opens at nine"]],
    ["Cyrillic", "проверьте", ["Пожалуйста, проверьте развертывание"]],
    ["Japanese", "引っ越し", ["東京都に引っ越しました"]],
    ["Japanese, inside a run", "京都に", ["東京都に引っ越しました"]],
    ["Chinese", "搜索", ["我们明天讨论搜索功能"]],
    ["Chinese, one character", "论", ["我们明天讨论搜索功能"]],
    ["Thai", "พรุ่งนี้", ["ประชุมพรุ่งนี้ตอนเช้า"]],
    ["Arabic", "الاجتماع", ["الاجتماع غدا في الصباح"]],
    ["Korean, without the particle", "서울", ["서울에서 만나요"]],
    ["Greek", "συσκεψη", ["Η σύσκεψη αναβλήθηκε"]],
    ["Hebrew", "הפגישה", ["הפגישה נדחתה למחר"]],
    ["Devanagari", "हिन्दी", ["हिन्दी में खोज होती है"]],
    ["Korean, inside a run", "내일", ["회의는내일아침입니다"]],
    ["two scripts at once", "खोज -東京", ["हिन्दी में खोज होती है"]],
    ["has:link", "has:link", ["see https://example.org/runbook for details"]],
    ["exact words", '"blue green"', ["blue green rollout"]],
    ["without a word", "deployed -server", ["I deployed it as well"]],
    ["from", "from:bo deployed", ["I deployed it as well"]],
    ["from me", "from:me deployed", ["We deployed the new server today"]],
    ["from nobody", "from:nobody deployed", []],
    ["in", "in:general cafe", ["The café opens at nine"]],
    ["in a group that the searcher is not in", "in:secret password", []],
    ["the future", "after:2999-01-01 cafe", []],
    ["the past", "before:2001-01-01 cafe", []],
    ["metacharacters", "cafe & ' | \\ :* !", ["The café opens at nine"]],
    ["nothing but what must not be there", "-deployed", []],
    ["nothing but signs", "!!! ???", []],
  ])("finds by %s", async (_, query, expected) => {
    expect((await find(ada, query)).bodies).toEqual(expected);
  });

  it("finds only what the searcher may see", async () => {
    expect((await find(ada, "password")).bodies).toEqual([]);
    expect((await find(bo, "password")).bodies).toEqual(["the secret deployment password"]);
    await expect(find(ada, "password", { conversationId: secret })).resolves.toMatchObject({ bodies: [] });
  });

  it("corrects a typing error, by words that the searcher may read", async () => {
    expect(await find(ada, "deplyoed serverr")).toEqual({
      bodies: ["We deployed the new server today"],
      correctedQuery: "deployed server",
    });
    // What is written right stays, and no part of an address is taken for a word.
    expect(await find(ada, "runbok grew")).toEqual({
      bodies: ["the runbook grew"],
      correctedQuery: "runbook grew",
    });
    expect(await find(ada, "развертвание")).toMatchObject({ correctedQuery: "развертывание" });
    expect(await find(ada, "αναβληθικε")).toMatchObject({ correctedQuery: "αναβληθηκε" });
    expect(await find(ada, "الاجتماعع")).toMatchObject({ correctedQuery: "الاجتماع" });
    expect(await find(ada, "pasword")).toEqual({ bodies: [], correctedQuery: null });
    expect(await find(bo, "pasword")).toMatchObject({ correctedQuery: "password" });
  });

  it.each(["newest", "relevance"] as const)("pages through all hits once, %s", async (order) => {
    const group = (await createGroup(ada)).id;
    for (let n = 0; n < 7; n++) await sendText(ada, group, `pageable ${n}`);
    const seen: number[] = [];
    let cursor: Awaited<ReturnType<ReturnType<typeof callAs>["search"]["messages"]>>["nextCursor"] = null;
    do {
      const page = await callAs(ada).search.messages({
        query: "pageable",
        conversationId: group,
        order,
        cursor,
        limit: 3,
      });
      seen.push(...page.hits.map((h) => h.seq));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    if (order === "newest") expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  });

  it("finds what is pinned", async () => {
    const group = (await createGroup(ada, [bo])).id;
    const { id: messageId } = await sendText(bo, group, "the wifi word is swordfish");
    await sendText(bo, group, "the wifi is slow");
    await callAs(ada).messages.pins.add({ conversationId: group, messageId });
    expect((await find(ada, "is:pinned wifi")).bodies).toEqual(["the wifi word is swordfish"]);
    expect((await find(ada, "is:pinned", { conversationId: group })).bodies).toHaveLength(1);
    await callAs(ada).messages.pins.remove({ conversationId: group, messageId });
    expect((await find(ada, "is:pinned wifi")).bodies).toEqual([]);
  });

  it("takes days as they are where the searcher is", async () => {
    const group = (await createGroup(ada)).id;
    const { id } = await sendText(ada, group, "late at night");
    await database()
      .db.update(messages)
      .set({ createdAt: new Date("2024-05-01T22:30:00Z") })
      .where(eq(messages.id, id));
    const found = async (query: string, timeZone?: string) =>
      (await find(ada, query, { conversationId: group, timeZone })).bodies.length;
    expect(await found("after:2024-05-01 before:2024-05-03", "Europe/Berlin")).toBe(1);
    expect(await found("after:2024-05-01 before:2024-05-03")).toBe(0);
    expect(await found("before:2024-05-02", "America/New_York")).toBe(1);
    await expect(find(ada, "night", { timeZone: "Nowhere/Else" })).rejects.toThrow("Give a time zone");
  });

  it("tells where a reply stands: in its thread, and where that begins", async () => {
    const group = (await createGroup(ada)).id;
    const root = await sendText(ada, group, "who brings plates?");
    await sendText(ada, group, "something else");
    const reply = await sendText(ada, group, "porcelain ones", { threadRootId: root.id });
    const { hits } = await callAs(ada).search.messages({ query: "porcelain" });
    expect(hits).toMatchObject([{ id: reply.id, seq: root.seq, replySeq: 1 }]);
    expect((await callAs(ada).search.messages({ query: "plates" })).hits).toMatchObject([
      { seq: root.seq, replySeq: null },
    ]);
  });

  it("forgets what was deleted or edited away, and what one no longer may read", async () => {
    const group = (await createGroup(bo, [ada])).id;
    const { id: messageId } = await sendText(bo, group, "ephemeralword one");
    const second = await sendText(bo, group, "ephemeralword two");
    await callAs(bo).messages.edit({ conversationId: group, messageId, body: "nothing" });
    expect((await find(ada, "ephemeralword")).bodies).toEqual(["ephemeralword two"]);
    await callAs(bo).messages.delete({ conversationId: group, messageId: second.id });
    expect((await find(ada, "ephemeralword")).bodies).toEqual([]);
    await sendText(bo, group, "ephemeralword three");
    await callAs(ada).conversations.leave({ conversationId: group });
    expect((await find(ada, "ephemeralword")).bodies).toEqual([]);
    expect((await find(bo, "ephemeralword")).bodies).toEqual(["ephemeralword three"]);
  });
});
