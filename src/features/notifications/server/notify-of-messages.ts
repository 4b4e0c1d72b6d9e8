import { sql } from "drizzle-orm";
import { getSetting } from "@/features/settings/server/get-settings";
import type { Queryable } from "@/server/db/client";

/**
 * Notifies those whom messages concern, each person once for a message, whatever it is called for: by name or
 * with everybody (`here`: who is online), as a reply to theirs, or in a thread that they follow. Only members of
 * this moment, nobody of their own message, and nobody who wants nothing from there. Returns what is new.
 */
export async function notifyOfMessages(db: Queryable, messageIds: string[]): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const level = await getSetting("initialNotificationLevel");
  const rows = await db.execute<{ id: string }>(sql`
    with told as (
      select id, conversation_id, author_id, seq, thread_root_id, reply_to_id, mentions_everyone
      from messages where id in ${messageIds} and deleted_at is null
    ), concerned as (
      select t.id as message_id, m.user_id, 'mention' as kind, 1 as rank
      from told t join message_mentions m on m.message_id = t.id
      union all
      select t.id, m.user_id, 'mention', 1
      from told t join conversation_members m on m.conversation_id = t.conversation_id
      left join presences p on p.user_id = m.user_id
      where t.mentions_everyone = 'all' or t.mentions_everyone = 'here' and p.online
      union all
      select t.id, q.author_id, 'reply', 2
      from told t join messages q on q.id = t.reply_to_id
      union all
      select t.id, m.user_id, 'thread_reply', 3
      from told t join thread_members m on m.root_id = t.thread_root_id and m.following
    )
    insert into notifications (user_id, key, kind, actor_id, conversation_id, message_id, thread_root_id, seq)
    select distinct on (c.user_id, t.id) c.user_id, 'message:' || t.id, c.kind, t.author_id, t.conversation_id,
      t.id, t.thread_root_id, t.seq
    from concerned c
    join told t on t.id = c.message_id and t.author_id <> c.user_id
    join conversation_members m on m.conversation_id = t.conversation_id and m.user_id = c.user_id
    join users u on u.id = c.user_id and u.status = 'active'
    left join notification_settings s on s.user_id = c.user_id
    where case m.notification_level when 'default' then coalesce(s.level, ${level}) else m.notification_level end <> 'none'
    order by c.user_id, t.id, c.rank
    on conflict (user_id, key) do nothing
    returning id`);
  return rows.map((row) => row.id);
}
