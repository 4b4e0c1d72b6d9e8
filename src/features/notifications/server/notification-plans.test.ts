import { type SQLWrapper, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { createGroup, createUser } from "@/testing/factories";
import { notificationsQuery } from "./list-notifications";

async function planOf(query: SQLWrapper): Promise<string> {
  const rows = await database().db.execute<{ "QUERY PLAN": string }>(sql`explain ${query.getSQL()}`);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}

describe("the centre of somebody with 400 notifications among 40,000", () => {
  it("reads a page from an index, of all and of the unread ones", async () => {
    const [ada, ben] = [await createUser(), await createUser()];
    await database().db.execute(sql`
      insert into users (username, display_name, status, import_key)
      select 'extra-' || n, 'Extra ' || n, 'deactivated', 'test:' || n from generate_series(1, 98) n`);
    const { id: conversationId } = await createGroup(ada, [ben]);
    await database().db.execute(sql`
      insert into messages (id, conversation_id, seq, revision, author_id, body)
      select uuidv7(), ${conversationId}, n, n, ${ada.id}, 'message ' || n from generate_series(1, 400) n`);
    await database().db.execute(sql`
      insert into notifications (user_id, key, kind, actor_id, conversation_id, message_id, seq, occurred_at, read_at)
      select u.id, 'message:' || m.id, 'mention', ${ada.id}, m.conversation_id, m.id, m.seq,
        now() - m.seq * interval '1 minute', case when m.seq % 20 <> 0 then now() end
      from messages m, users u`);
    await database().db.execute(sql`
      insert into message_reactions (message_id, user_id, emoji)
      select m.id, u.id, '👍' from messages m, (select id from users limit 20) u`);
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
