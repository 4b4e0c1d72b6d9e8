import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { accessPaths, accessPathsForAnyValues, wholeTables } from "@/testing/access-paths";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { summariesQuery } from "./summaries";

let ada: Actor;
let ben: Actor;

/** Ada is in 1,000 conversations of 1,500, 100 of them direct; each holds 20 messages. 5,000 others are about. */
beforeAll(async () => {
  [ada, ben] = [await createUser(), await createUser()];
  const { db } = database();
  await db.execute(sql`
    insert into users (username, display_name, status)
    select 'other' || n, 'Other ' || n, 'active' from generate_series(1, 5000) n`);
  await db.execute(sql`
    insert into conversations (kind, visibility, name, last_seq, revision, last_activity_at)
    select 'group', 'private', 'Group ' || n, 20, 20, now() - n * interval '1 minute' from generate_series(1, 1400) n`);
  await db.execute(sql`
    insert into conversations (kind, visibility, direct_key, last_seq, revision, last_activity_at)
    select 'direct', 'private', least(u.id, ${ada.id}::uuid) || ':' || greatest(u.id, ${ada.id}::uuid), 20, 20, now()
    from users u where u.username ~ '^other\\d{1,2}$' or u.username = 'other100'`);
  await db.execute(sql`
    insert into conversation_members (conversation_id, user_id)
    select id, ${ada.id} from conversations order by last_activity_at desc limit 1000`);
  await db.execute(sql`
    insert into conversation_members (conversation_id, user_id)
    select c.id, u.id from users u cross join lateral (
      select id from conversations c where kind = 'group' and u.username is not null order by random() limit 3
    ) c where u.username like 'other%'`);
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body)
    select uuidv7(), c.id, n, n, ${ben.id}, 'message ' || n from conversations c, generate_series(1, 20) n`);
  await database().sql`analyze`;
}, 60_000);

it.each([
  ["all", { limit: 1_000 }],
  ["the first screen", { limit: 101 }],
  ["what comes after it", { limit: 1_000, after: { lastActivityAt: new Date(0).toISOString(), id: "" } }],
  ["one", { limit: 1, id: "" }],
])("reads no table as a whole to list %s", async (_, { limit, ...asked }) => {
  const id = crypto.randomUUID();
  const after = "after" in asked && asked.after ? { ...asked.after, id } : null;
  const paths = await accessPaths(
    summariesQuery(database().db, ada.id, { limit, after, id: "id" in asked ? id : undefined }),
  );
  expect(wholeTables(paths)).toEqual([]);
});

it.each([
  ["the first screen", null],
  [
    "what comes after it",
    { lastActivityAt: sql.placeholder("lastActivityAt"), id: sql.placeholder("afterId") },
  ],
])("reads no table as a whole to list %s by a plan for anybody", async (_, after) => {
  const { placeholder } = sql;
  const statement = summariesQuery(database().db, placeholder("userId"), {
    after,
    limit: placeholder("limit"),
  });
  expect(wholeTables(await accessPathsForAnyValues(statement))).toEqual([]);
});

it("tells all 1,000 in one answer, or the first and then the rest", async () => {
  const all = await callAs(ada).conversations.list({ limit: 1_000 });
  expect(all.conversations).toHaveLength(1_000);
  expect(all.nextCursor).toBeNull();
  const first = await callAs(ada).conversations.list({ limit: 100 });
  const rest = await callAs(ada).conversations.list({ limit: 1_000, cursor: first.nextCursor });
  expect([...first.conversations, ...rest.conversations]).toEqual(all.conversations);
  expect(all.conversations.filter((c) => c.kind === "direct" && c.counterpart).length).toBe(100);
  expect(all.conversations.every((c) => c.lastMessage?.excerpt === "message 20")).toBe(true);
});

/** How many statements reach the database while `work` goes on. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  const { options } = database().sql;
  let count = 0;
  options.debug = () => void count++;
  await work().finally(() => {
    options.debug = false;
  });
  return count;
}

it("asks no more for 1,000 conversations than for 10", async () => {
  const { list } = callAs(ada).conversations;
  await list({ limit: 10 });
  const few = await countStatements(() => list({ limit: 10 }));
  expect(few).toBeGreaterThan(0);
  expect(await countStatements(() => list({ limit: 1_000 }))).toBe(few);
});
