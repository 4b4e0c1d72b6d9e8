import { and, eq, inArray, isNull, ne, not, sql } from "drizzle-orm";
import { getSetting } from "@/features/settings/server/get-settings";
import type { NamedPerson } from "@/lib/erased";
import type { Queryable } from "@/server/db/client";
import { notifications } from "@/server/db/schema/notifications";
import type { Notification } from "../../dto";
import { isRead, selectNotifications, toNotification } from "../../server/notifications-query";

/** So many things stand in a digest; it says that there are more. */
const limit = 20;

export type Digest = {
  notifications: Notification[];
  directs: { person: NamedPerson; count: number }[];
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
      ne(notifications.kind, "reaction"),
    ),
  ).limit(limit + 1);
  const told = rows.slice(0, limit);
  if (told.length > 0) {
    const ids = told.map((row) => row.id);
    await db.update(notifications).set({ mailedAt: sql`now()` }).where(inArray(notifications.id, ids));
  }
  const level = await getSetting("initialNotificationLevel");
  const directs = await db.execute<Digest["directs"][number]>(sql`
    with unread as (
      select c.id, c.last_seq, o.id as person_id, o.username, o.display_name,
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
    select json_build_object('id', person_id, 'username', username, 'displayName', display_name) as person,
      count::int
    from unread`);
  return {
    notifications: told.map(toNotification),
    directs: [...directs],
    hasMore: rows.length > limit || directs.length === limit,
  };
}
