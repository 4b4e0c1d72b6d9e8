import { type SQLWrapper, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { createGroup, createUser } from "@/testing/factories";
import { notificationsQuery } from "./list-notifications";

async function planOf(query: SQLWrapper): Promise<string> {
  const rows = await database().db.execute<{ "QUERY PLAN": string }>(sql`explain ${query.getSQL()}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("the centre of somebody with 2,000 notifications among 40,000", () => {
  it("reads a page from an index, of all and of the unread ones", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, () => createUser()));
    const [ada, ben] = people as [(typeof people)[0], (typeof people)[0]];
    const { id: conversationId } = await createGroup(ada, [ben]);
    await database().db.execute(sql`
      insert into messages (id, conversation_id, seq, revision, author_id, body)
      select uuidv7(), ${conversationId}, n, n, ${ada.id}, 'message ' || n from generate_series(1, 2000) n`);
    await database().db.execute(sql`
      insert into notifications (user_id, key, kind, actor_id, conversation_id, message_id, seq, occurred_at, read_at)
      select u.id, 'message:' || m.id, 'mention', ${ada.id}, m.conversation_id, m.id, m.seq,
        now() - m.seq * interval '1 minute', case when m.seq % 100 <> 0 then now() end
      from messages m, users u`);
    await database().sql`analyze`;
    for (const [unread, index] of [
      [false, "notifications_list_idx"],
      [true, "notifications_unread_idx"],
    ] as const) {
      const plan = await planOf(notificationsQuery(ben.id, { unread, limit: 30 }));
      expect(plan).toContain(index);
      expect(plan).not.toMatch(/Seq Scan on (notifications|messages|message_\w+) /);
    }
  });
});
