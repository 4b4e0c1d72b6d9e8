import { gt, lt, type SQLWrapper, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { accessPathsForAnyValues } from "@/testing/access-paths";
import { createGroup, createUser } from "@/testing/factories";
import { pinsQuery } from "../pins/server/list-pins";
import { savedQuery } from "../saved/server/list-saved";
import { threadsQuery } from "../threads/server/list-threads";
import { inLine, messagesQuery } from "./queries";

let ada: Actor;
let conversationId: string;
let rootId: string;

/** 40,000 messages in two groups; of the first one 200 threads, and everything else that lists read. */
beforeAll(async () => {
  ada = await createUser();
  const ben = await createUser();
  conversationId = (await createGroup(ada, [ben])).id;
  const other = (await createGroup(ada, [ben])).id;
  const { db } = database();
  await db.execute(sql`
    insert into messages (id, conversation_id, seq, revision, author_id, body, pinned_at)
    select uuidv7(), c.id, n, n, ${ben.id}, 'message ' || n, case when n % 1000 = 0 then now() end
    from unnest(array[${conversationId}::uuid, ${other}::uuid]) as c (id), generate_series(1, 20000) n`);
  await db.execute(sql`
    insert into threads (root_id, conversation_id, last_seq, last_reply_at)
    select id, conversation_id, 10, now() + seq * interval '1 second' from messages where seq % 100 = 0`);
  await db.execute(sql`
    insert into messages (id, conversation_id, thread_root_id, seq, revision, author_id, body)
    select uuidv7(), conversation_id, root_id, n, 20000 + n, ${ada.id}, 'reply ' || n
    from threads, generate_series(1, 10) n`);
  await db.execute(sql`
    insert into thread_members (root_id, user_id, following, first_reply_seq)
    select root_id, u.id, true, 1 from threads, users u where random() < 0.5 or u.id = ${ada.id}`);
  await db.execute(sql`
    insert into message_reactions (message_id, user_id, emoji) select id, ${ada.id}, '👍' from messages`);
  await db.execute(sql`insert into message_mentions select id, ${ada.id} from messages where seq % 7 = 0`);
  await db.execute(sql`
    insert into saved_messages (user_id, message_id, saved_at)
    select u.id, m.id, m.created_at + m.seq * interval '1 second'
    from messages m join users u on (u.id = ${ben.id} and m.seq % 3 = 0) or (u.id = ${ada.id} and m.seq % 50 = 0)`);
  await db.execute(sql`
    insert into message_link_previews (message_id, url, title)
    select id, 'https://example.org/' || seq, 'Page ' || seq from messages where seq % 5 = 0`);
  const [root] = await db.execute<{ root_id: string }>(sql`select root_id from threads limit 1`);
  rootId = (root as { root_id: string }).root_id;
  await database().sql`analyze`;
}, 60_000);

async function planOf(query: SQLWrapper): Promise<string> {
  const rows = await database().db.execute<{ "QUERY PLAN": string }>(sql`explain ${query.getSQL()}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

it("finds what was missed by its revision, by a plan for any conversation", async () => {
  const newer = gt(messages.revision, sql.placeholder("known"));
  const statement = messagesQuery(sql.placeholder("id"), newer, "by revision", 201, database().db);
  const paths = await accessPathsForAnyValues(statement);
  expect(paths).toContain("messages_revision_idx");
  // Of people there are but two.
  expect(paths).not.toContain("whole table messages");
});

describe("no list reads a whole table", () => {
  const line = (threadRootId: string | null) =>
    messagesQuery(
      conversationId,
      sql`${inLine(threadRootId)} and ${lt(messages.seq, 9_000)}`,
      "newest first",
      51,
      database().db,
    );

  it.each<[string, () => SQLWrapper, string]>([
    ["the main line", () => line(null), "messages_main_seq_key"],
    ["a thread", () => line(rootId), "messages_thread_seq_key"],
    [
      "what changed",
      () =>
        messagesQuery(conversationId, sql`${messages.revision} > 19900`, "by revision", 201, database().db),
      "messages_revision_idx",
    ],
    ["pins", () => pinsQuery({ conversationId, limit: 50 }), "messages_pinned_idx"],
    ["saved messages", () => savedQuery(ada.id, { limit: 50 }), "saved_messages_user_idx"],
    ["followed threads", () => threadsQuery(ada.id, { limit: 30 }), "messages_pkey"],
  ])("%s", async (_, query, index) => {
    const plan = await planOf(query());
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on (messages|message_\w+|saved_messages) /);
  });
});
