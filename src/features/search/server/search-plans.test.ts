import { type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { sinceQuery } from "@/features/messages/server/find-day";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { accessPaths, rowsRead, wholeTables } from "@/testing/access-paths";
import { callAs } from "@/testing/caller";
import { createGroup, createUser } from "@/testing/factories";
import { parseQuery } from "../parse-query";
import { groupsQuery, peopleQuery } from "./find-jump-targets";
import { mostRelevantQuery, newestQuery } from "./find-messages";
import { textQuery } from "./message-filter";

let ada: Actor;
let group: string;

/** 60,000 messages of one group with rare and common words; 20,000 people, 20,000 groups. */
beforeAll(async () => {
  ada = await createUser();
  group = (await createGroup(ada)).id;
  const { db } = database();
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, created_at, pinned_at)
    select uuidv7(), ${group}, n, n, ${ada.id},
      'common ' || case when n % 5000 = 0 then 'rare' else 'word' || n % 900 end
        || case when n % 7 = 0 then ' 東京都' else '' end,
      now() - n * interval '1 minute', case when n % 3000 = 0 then now() end
    from generate_series(1, 60000) n`);
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
    select c.id, u.id from conversations c join users u on u.username = 'user' || (1 + hashtext(c.id::text) & 8191)`);
  await database().sql`analyze`;
}, 60_000);

const wanted = { before: null, since: null, cursor: null, limit: 21 };
const find = (text: string) => {
  const query = parseQuery(text);
  return {
    ...wanted,
    conversations: [{ id: group, length: 60_000 }],
    lookThrough: true,
    pinned: query.isPinned,
    matches: textQuery(query, [ada.id]),
  };
};

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
  const { matches, ...rest } = find(text);
  const newest = await accessPaths(newestQuery({ ...rest, matches }));
  expect(newest.join()).toMatch(/messages_(search|created|pinned)_idx/);
  expect(wholeTables(newest)).toEqual([]);
  if (!matches) return;
  expect(wholeTables(await accessPaths(mostRelevantQuery({ ...rest, matches, candidates: 500 })))).toEqual(
    [],
  );
});

it.each([
  ["in every message", "common", 21],
  ["in every seventh", "京都", 7 * 21],
  ["in every 82nd as the beginning of eleven", "word17", 82 * 21],
  ["in twelve", "rare", 12],
])("looks at no more messages than it must for a word that is %s", async (_, text, most) => {
  const { matches, ...rest } = find(text);
  // What is shown is read once more by its key: authors, and what a reply belongs to. Statistics are estimates.
  expect(await rowsRead(newestQuery({ ...rest, matches }), "messages")).toBeLessThanOrEqual(2 * most + 21);
  if (!matches) throw new Error(`${text} asks for no words`);
  const ranked = await rowsRead(mostRelevantQuery({ ...rest, matches, candidates: 500 }), "messages");
  expect(ranked).toBeLessThanOrEqual(2 * Math.sqrt(500 * 60_000));
});

it("looks at the latest conversations first, and of the others at nothing older", async () => {
  const bo = await createUser();
  const { db } = database();
  const groups = await db.execute<{ id: string }>(sql`
    insert into conversations (kind, visibility, name, last_activity_at)
    select 'group', 'private', 'Busy ' || n, now() - n * interval '1 hour' from generate_series(1, 300) n returning id`);
  await db.execute(sql`
    insert into conversation_members (conversation_id, user_id)
    select g.id, ${bo.id} from json_to_recordset(${JSON.stringify(groups)}) as g (id uuid)`);
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, created_at)
    select uuidv7(), c.id, n, n, ${bo.id}, 'ubiquitous ' || c.name || ' ' || n, c.last_activity_at - n * interval '2 hours'
    from conversations c, generate_series(1, 100) n where c.name like 'Busy %'`);
  await database().sql`analyze messages`;
  const conversations = groups.map(({ id }) => ({ id, length: 100 }));
  const { matches } = find("ubiquitous");
  const query = newestQuery({ ...wanted, conversations, pinned: false, matches, lookThrough: true });
  expect(await rowsRead(query, "messages")).toBeLessThanOrEqual(50 * 21 + 21 + 300);
  const newest = await db.execute<{ body: string }>(sql`
    select body from messages where body like 'ubiquitous %' order by created_at desc, id desc limit 21`);
  expect((await db.execute<{ body: string }>(query)).map(({ body }) => body)).toEqual(
    newest.map(({ body }) => body),
  );
});

it("asks the text index once for rare words in very many conversations", async () => {
  const { matches, ...rest } = find("word17");
  const short = { ...rest, conversations: [{ id: group, length: 100 }], matches, lookThrough: false };
  const paths = await accessPaths(newestQuery(short));
  expect(paths).toContain("messages_search_idx");
  expect(await rowsRead(newestQuery(short), "messages")).toBeLessThanOrEqual(11 * 67 + 21);
});

it("finds every hit of a rare word among them", async () => {
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
