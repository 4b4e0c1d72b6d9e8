import { sql } from "drizzle-orm";
import type { MessageFollowUps } from "@/features/messages/follow-ups";
import { getSetting } from "@/features/settings/server/get-settings";
import type { Queryable } from "@/server/db/client";

/**
 * Notifies authors of reactions to their messages: one notification for a message, which comes up again with
 * every further reaction. One that was taken back meanwhile is none. Returns what is new or came up again.
 */
export async function notifyOfReactions(
  db: Queryable,
  reactions: MessageFollowUps["message.reacted"][],
): Promise<string[]> {
  if (reactions.length === 0) return [];
  const level = await getSetting("initialNotificationLevel");
  const rows = await db.execute<{ id: string }>(sql`
    insert into notifications (user_id, key, kind, actor_id, conversation_id, message_id)
    select distinct on (m.id) m.author_id, 'reaction:' || m.id, 'reaction', r.user_id, m.conversation_id, m.id
    from jsonb_to_recordset(${JSON.stringify(reactions)}::jsonb) as x ("messageId" uuid, "userId" uuid, emoji text)
    join message_reactions r on r.message_id = x."messageId" and r.user_id = x."userId" and r.emoji = x.emoji
    join messages m on m.id = r.message_id and m.author_id <> r.user_id and m.deleted_at is null
    join conversation_members c on c.conversation_id = m.conversation_id and c.user_id = m.author_id
    join users u on u.id = m.author_id and u.status = 'active'
    left join notification_settings s on s.user_id = m.author_id
    where case c.notification_level when 'default' then coalesce(s.level, ${level}) else c.notification_level end <> 'none'
    order by m.id, r.created_at desc
    on conflict (user_id, key) do update
      set actor_id = excluded.actor_id, occurred_at = clock_timestamp(), read_at = null
    returning id`);
  return rows.map((row) => row.id);
}
