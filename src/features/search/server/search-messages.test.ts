import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { parseQuery } from "../parse-query";
import { newestQuery } from "./find-messages";
import { textQuery } from "./message-filter";

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
      "see https://example.org/runbook for details",
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

  it("reads no table as a whole, whether words are absent, rare or common", async () => {
    const group = (await createGroup(ada)).id;
    await database().db.execute(sql`
      insert into messages (id, conversation_id, seq, revision, author_id, body, created_at)
      select uuidv7(), ${group}, n, n, ${ada.id},
        'common ' || case when n % 5000 = 0 then 'rare' else 'word' || n % 900 end, now() - n * interval '1 minute'
      from generate_series(1, 60000) n`);
    await database().db.execute(sql`analyze messages`);
    for (const word of ["absentword", "rare", "common"]) {
      const wanted = { conversationIds: [group], before: null, after: null, cursor: null, limit: 21 };
      const matches = textQuery(parseQuery(word), []);
      const plan = await database().db.execute<{ "QUERY PLAN": string }>(
        sql`explain ${newestQuery({ ...wanted, matches })}`,
      );
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).toMatch(/messages_search_idx|messages_created_idx/);
      expect(text).not.toMatch(/Seq Scan on messages/);
    }
    expect(
      (await callAs(ada).search.messages({ query: "rare", conversationId: group, limit: 50 })).hits,
    ).toHaveLength(12);
  });
});

describe("findJumpTargets", () => {
  it("finds people and groups by resembling names, and no private group of others", async () => {
    const me = await createUser();
    const zoe = await createUser({ username: "zoe.quimby", displayName: "Zoë Quimby" });
    await createGroup(zoe, [], { name: "Quimby private" });
    const open = await createGroup(zoe, [], { name: "Quimby public", visibility: "public" });
    const found = await callAs(me).search.jumpTargets({ query: "qiumby" });
    expect(found.people.map((p) => p.id)).toEqual([]);
    const close = await callAs(me).search.jumpTargets({ query: "quimbi" });
    expect(close.people.map((p) => p.id)).toEqual([zoe.id]);
    expect(close.groups).toEqual([{ id: open.id, name: "Quimby public", joined: false }]);
  });
});
