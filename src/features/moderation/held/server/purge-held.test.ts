import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/server/db/client";
import { createGroup, createUser } from "@/testing/factories";
import { purgeHeld } from "./purge-held";

it("takes held messages away that were decided long ago, never those that wait", async () => {
  const author = await createUser();
  const { id: conversationId } = await createGroup(author);
  const { db } = database();
  await db.execute(sql`
    insert into held_messages (id, author_id, conversation_id, body, found, status, created_at, decided_at)
    select uuidv7(), ${author.id}, ${conversationId}, 'days ' || days, 'x', status, now() - days * interval '1 day',
      case when status <> 'waiting' then now() - days * interval '1 day' end
    from unnest(array[1, 89, 91, 400]) as days, unnest(array['waiting', 'delivered', 'rejected']) as status`);
  expect(await purgeHeld()).toEqual({ purged: 4 });
  const left = await db.execute<{ body: string; status: string }>(sql`
    select body, status from held_messages where body in ('days 91', 'days 400')`);
  expect([...left].map(({ status }) => status)).toEqual(["waiting", "waiting"]);
});
