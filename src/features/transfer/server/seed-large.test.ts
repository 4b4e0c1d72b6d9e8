import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { systemContext } from "@/server/trpc/request-context";
import { callAs } from "@/testing/caller";
import { seedLarge } from "./seed-large";

const size = { people: 80, groups: 12, directs: 20, messages: 3_000 };
const seed = (signal = new AbortController().signal) =>
  seedLarge(systemContext(), size, { signal, onProgress: () => {} });

const structure = () => database().sql`
  select indexdef as definition from pg_indexes where tablename in ('messages', 'conversation_members')
  union all
  select pg_get_constraintdef(oid) from pg_constraint where conrelid in ('messages'::regclass, 'conversation_members'::regclass)
  order by 1`;

describe("the large workspace", () => {
  let before: unknown;

  beforeAll(async () => {
    before = [...(await structure())];
    const called = new AbortController();
    called.abort();
    await expect(seed(called.signal)).rejects.toThrow();
    const [left] = await database().sql`select count(*)::int as people from users`;
    expect(left).toEqual({ people: 0 });
    expect(await seed()).toMatchObject(size);
  }, 60_000);

  it("leaves indexes and constraints as they were", async () => {
    expect([...(await structure())]).toEqual(before);
  });

  it("numbers every conversation's messages without holes, in the order of time", async () => {
    const [wrong] = await database().sql`
      select count(*)::int as count from conversations c left join lateral (
        select count(*) as n, coalesce(max(seq), 0) as top,
          bool_and(ordered) as ordered
        from (select seq, created_at >= lag(created_at, 1, created_at) over (order by seq) as ordered
          from messages where conversation_id = c.id) m
      ) m on true
      where c.last_seq <> m.n or c.last_seq <> m.top or m.ordered is false`;
    expect(wrong).toEqual({ count: 0 });
    const [messages] = await database().sql`select count(*)::int as count from messages`;
    expect(messages).toEqual({ count: size.messages });
  });

  it("lets only members speak", async () => {
    const [strangers] = await database().sql`
      select count(*)::int as count from messages m where not exists (
        select 1 from conversation_members where conversation_id = m.conversation_id and user_id = m.author_id)`;
    expect(strangers).toEqual({ count: 0 });
  });

  it("can be read and searched by whom it names", async () => {
    const [person] = await database()
      .sql`select id, username, display_name as "displayName" from users where username = 'member10'`;
    const caller = callAs({ ...person, role: "user" } as Parameters<typeof callAs>[0]);
    const { conversations } = await caller.conversations.list({ limit: 50 });
    expect(conversations).toHaveLength(10);
    const found = await caller.search.messages({ query: "commonword" });
    expect(found.hits.length).toBeGreaterThan(0);
  });

  it("is refused where there are messages", async () => {
    await expect(seed()).rejects.toThrow("has messages already");
  });
});
