import { sql } from "drizzle-orm";
import type { ConversationFollowUps } from "@/features/conversations/follow-ups";
import type { Queryable } from "@/server/db/client";

/** Notifies people whom somebody else added to a group and who are still in it. Returns what is new. */
export async function notifyOfGroups(
  db: Queryable,
  added: ConversationFollowUps["members.added"][],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { conversationId, userIds, byId } of added) {
    const rows = await db.execute<{ id: string }>(sql`
      insert into notifications (user_id, key, kind, actor_id, conversation_id, seq)
      select m.user_id, 'added:' || c.id, 'added', ${byId}, c.id, greatest(m.joined_seq + 1, 1)
      from conversation_members m join conversations c on c.id = m.conversation_id
      where m.conversation_id = ${conversationId} and m.user_id in ${userIds} and m.user_id <> ${byId}
      on conflict (user_id, key) do update
        set actor_id = excluded.actor_id, seq = excluded.seq, occurred_at = clock_timestamp(), read_at = null
      returning id`);
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}
