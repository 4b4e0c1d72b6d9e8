import { and, eq, inArray, isNull, not, notInArray, sql } from "drizzle-orm";
import { getSetting } from "@/features/settings/server/get-settings";
import type { Queryable } from "@/server/db/client";
import { notifications } from "@/server/db/schema/notifications";
import type { ConversationNotification } from "../../dto";
import { isRead, selectNotifications, toNotification } from "../../server/notifications-query";

/** So many things stand in a digest; it says that there are more. */
const limit = 20;

export type Digest = {
  notifications: ConversationNotification[];
  directs: { name: string; count: number }[];
  hasMore: boolean;
};

/** What somebody has not read and no digest has told of; from now on this one has. */
export async function collectDigest(db: Queryable, userId: string): Promise<Digest> {
  const rows = await selectNotifications(
    db,
    and(
      eq(notifications.userId, userId),
      isNull(notifications.readAt),
      not(isRead),
      isNull(notifications.mailedAt),
      notInArray(notifications.kind, ["reaction", "broadcast"]),
    ),
  ).limit(limit + 1);
  const told = rows.slice(0, limit);
  if (told.length > 0) {
    const ids = told.map((row) => row.id);
    await db.update(notifications).set({ mailedAt: sql`now()` }).where(inArray(notifications.id, ids));
  }
  const level = await getSetting("initialNotificationLevel");
  const directs = await db.execute<{ name: string; count: number }>(sql`
    with unread as (
      select c.id, c.last_seq, o.display_name,
        c.last_seq - greatest(m.last_read_seq, coalesce(d.seq, 0)) as count
      from conversation_members m
      join conversations c on c.id = m.conversation_id and c.kind = 'direct' and c.deleted_at is null
      join conversation_members om on om.conversation_id = c.id and om.user_id <> m.user_id
      join users o on o.id = om.user_id
      left join digest_markers d on d.conversation_id = c.id and d.user_id = m.user_id
      left join notification_settings s on s.user_id = m.user_id
      where m.user_id = ${userId} and c.last_seq > greatest(m.last_read_seq, coalesce(d.seq, 0))
        and case m.notification_level when 'default' then coalesce(s.level, ${level}) else m.notification_level end <> 'none'
      order by c.last_activity_at desc limit ${limit}
    ), marked as (
      insert into digest_markers (user_id, conversation_id, seq) select ${userId}, id, last_seq from unread
      on conflict (user_id, conversation_id) do update set seq = greatest(digest_markers.seq, excluded.seq)
    )
    select display_name as name, count::int from unread`);
  return {
    notifications: told.map(toNotification).filter((each) => each.kind !== "broadcast"),
    directs: [...directs],
    hasMore: rows.length > limit || directs.length === limit,
  };
}
