import { type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, expect, it, vi } from "vitest";
import { sinceQuery } from "@/features/messages/server/find-day";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { accessPaths, rowsRead, wholeTables } from "@/testing/access-paths";
import { callAs } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";
import type { MessageHits, SearchCursor } from "../dto";
import { groupsQuery, peopleQuery } from "./find-jump-targets";
import { rowsOf } from "./rows-of";

// The statements run as ever; they are kept, to be explained afterwards.
vi.mock("./rows-of", async (original) => ({
  rowsOf: vi.fn((await original<typeof import("./rows-of")>()).rowsOf),
}));

let ada: Actor;
let bo: Actor;
let cleo: Actor;
let group: string;

/**
 * 60,000 messages of ada's group with rare and common words; 10,000 of bo's with none of them; 3,000 in 300 groups of cleo's,
 * by turns; 20,000 people and as many groups.
 */
beforeAll(async () => {
  [ada, bo, cleo] = [await createUser(), await createUser(), await createUser()];
  group = (await createGroup(ada)).id;
  const silent = (await createGroup(bo)).id;
  const { db } = database();
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, created_at, pinned_at)
    select uuidv7(), ${group}, n, n, ${ada.id},
      'common ' || case when n % 5000 = 0 then 'rare' else 'word' || n % 900 end
        || case when n % 7 = 0 then ' 東京都' else '' end || case when n > 59900 then ' bygone' else '' end
        || case when n % 50 = 0 then ' https://example.org/' || n else '' end,
      now() - n * interval '1 minute', case when n % 3000 = 0 then now() end
    from generate_series(1, 60000) n`);
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, created_at)
    select uuidv7(), ${silent}, n, n, ${bo.id}, 'silence', now() - n * interval '1 minute' from generate_series(1, 10000) n`);
  await db.execute(sql`
    insert into conversations (kind, visibility, name, last_activity_at)
    select 'group', 'private', 'Busy ' || n, now() - (n + 300) * interval '1 minute' from generate_series(1, 300) n`);
  await db.execute(sql`
    insert into conversation_members (conversation_id, user_id)
    select id, ${cleo.id} from conversations where name like 'Busy %'`);
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, created_at)
    select uuidv7(), c.id, n, n, ${cleo.id}, 'ubiquitous ' || n, c.last_activity_at - (n - 1) * interval '300 minutes'
    from conversations c, generate_series(1, 10) n where c.name like 'Busy %'`);
  await db.execute(sql`
    update conversations c set revision = m.many, created_at = m.first
    from (select conversation_id, count(*) as many, min(created_at) as first from messages group by conversation_id) m
    where m.conversation_id = c.id`);
  await db.execute(sql`
    insert into users (username, display_name, status)
    select 'user' || n, initcap(substr(md5(n::text), 1, 7)) || case when n % 500 = 0 then ' 小明' else '' end, 'active'
    from generate_series(1, 20000) n`);
  await db.execute(sql`
    insert into conversations (kind, visibility, name)
    select 'group', 'public', initcap(substr(md5(n::text), 1, 7)) || case when n % 500 = 0 then ' 小明' else '' end
    from generate_series(1, 20000) n`);
  await db.execute(sql`
    insert into conversation_members (conversation_id, user_id)
    select c.id, u.id from conversations c join users u on u.username = 'user' || (1 + hashtext(c.id::text) & 8191)
    on conflict do nothing`);
  await database().sql`analyze`;
}, 120_000);

type Order = "newest" | "relevance";

/** Asks, and explains every statement that this took: what was found, the indexes used, how many messages were read. */
async function search(by: Actor, query: string, order: Order = "newest") {
  vi.mocked(rowsOf).mockClear();
  const { hits } = await callAs(by).search.messages({ query, order, limit: 20 });
  const statements = vi.mocked(rowsOf).mock.calls.map(([statement]) => statement);
  expect(statements.length).toBeGreaterThan(0);
  const paths = await Promise.all(statements.map((statement) => accessPaths(statement)));
  const read = await Promise.all(statements.map((statement) => rowsRead(statement, "messages")));
  return {
    hits,
    paths: paths.flat(),
    read: read.reduce((sum, rows) => sum + rows, 0),
    steps: statements.length,
  };
}

it.each([
  ["an absent word", "absentword"],
  ["a rare word", "rare"],
  ["a common word", "common"],
  ["a beginning", "wor"],
  ["a script without spaces", "京都"],
  ["exact words", '"common rare"'],
  ["without a word", "rare -common"],
  ["an author", "from:me common"],
  ["a link", "has:link"],
  ["what is pinned", "is:pinned"],
])("reads no table as a whole for %s", async (_, text) => {
  const newest = await search(ada, text);
  expect(newest.paths.join()).toMatch(/messages_(search|created|links|pinned)_idx/);
  expect(wholeTables(newest.paths)).toEqual([]);
  expect(wholeTables((await search(ada, text, "relevance")).paths)).toEqual([]);
});

it.each([
  ["in every message", "common", 21],
  ["in every seventh", "京都", 7 * 21],
  ["in every 82nd as the beginning of eleven", "word17", 82 * 21],
  ["in twelve", "rare", 12],
])("looks at no more messages than it must for a word that is %s", async (_, text, most) => {
  // What is shown is read once more by its key: authors, and what a reply belongs to. Statistics are estimates.
  expect((await search(ada, text)).read).toBeLessThanOrEqual(2 * most + 21);
  expect((await search(ada, text, "relevance")).read).toBeLessThanOrEqual(2 * Math.sqrt(500 * 60_000));
});

it("asks the text index for the rarest of several words alone", async () => {
  const { paths, read } = await search(ada, "common rare");
  expect(paths).toContain("messages_search_idx");
  expect(read).toBeLessThanOrEqual(12 + 2 * 12);
});

it("asks it for another word as well where that spares reading", async () => {
  // 731 have the first, of which every seventh has both.
  const { hits, paths, read } = await search(ada, "word17 東京都");
  expect(hits).toHaveLength(20);
  expect(paths).toContain("messages_search_idx");
  expect(read).toBeLessThanOrEqual(731 / 7 + 2 * 21);
});

it("looks for a word that is common, but not here, hardly longer than the text index needs", async () => {
  // The text index leads to 731 messages of the group that bo is no member of.
  const { hits, read } = await search(bo, "word17");
  expect(hits).toEqual([]);
  expect(read).toBeLessThanOrEqual(3 * 731);
});

it("reads of messages with links only those that have one", async () => {
  const { hits, paths, read } = await search(ada, "common has:link");
  expect(hits).toHaveLength(20);
  expect(paths).toContain("messages_links_idx");
  // One in fifty has a link: without their index it would be a thousand.
  expect(read).toBeLessThanOrEqual(4 * 21);
});

it("finds what was said long ago alone, and what was said evenly, in few steps", async () => {
  const bygone = await search(ada, "common bygone");
  expect(bygone.hits).toHaveLength(20);
  expect(bygone.steps).toBeLessThanOrEqual(6);
  expect((await search(ada, "common")).steps).toBe(2);
});

it("reads of many conversations only what is as new as the hits", async () => {
  const { hits, read } = await search(cleo, "ubiquitous");
  expect(read).toBeLessThanOrEqual(400);
  const newest = await database().db.execute<{ id: string }>(sql`
    select id from messages where body like 'ubiquitous %' order by created_at desc, id desc limit 20`);
  expect(hits.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
});

it.each<Order>(["newest", "relevance"])("goes through all hits page by page, %s first", async (order) => {
  const seen: string[] = [];
  for (let cursor: SearchCursor | null | undefined; cursor !== null; ) {
    const page: MessageHits = await callAs(ada).search.messages({
      query: "word17",
      order,
      limit: 50,
      cursor,
    });
    seen.push(...page.hits.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  const { db } = database();
  const all = await db.execute<{ id: string }>(sql`
    select id from messages where body ~ '\\mword17' order by created_at desc, id desc limit ${order === "newest" ? 10_000 : 500}`);
  expect(new Set(seen).size).toBe(seen.length);
  expect(order === "newest" ? seen : seen.toSorted()).toEqual(
    order === "newest" ? all.map(({ id }) => id) : all.map(({ id }) => id).toSorted(),
  );
});

it("finds every hit of a rare word", async () => {
  const { hits } = await callAs(ada).search.messages({ query: "rare", conversationId: group, limit: 50 });
  expect(hits).toHaveLength(12);
});

it.each<[string, (query: string) => SQLWrapper, string]>([
  ["a person", peopleQuery, "3f2a1"],
  ["a person in a script without spaces", peopleQuery, "小明"],
  ["a group", (query) => groupsQuery(ada.id, query), "3f2a1"],
  ["a group in a script without spaces", (query) => groupsQuery(ada.id, query), "小明"],
  ["a day of a conversation", () => sinceQuery(group, new Date(Date.now() - 86_400_000)), ""],
])("reads no table as a whole to jump to %s", async (_, query, text) => {
  expect(wholeTables(await accessPaths(query(text)))).toEqual([]);
});
