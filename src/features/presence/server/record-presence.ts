import { and, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { listWithoutPresence } from "@/features/users/server/get-preferences";
import { database } from "@/server/db/client";
import { presences } from "@/server/db/schema/presences";
import { transaction } from "@/server/db/transaction";
import { systemContext } from "@/server/trpc/request-context";
import { toLookers } from "./events";
import { presenceColumns, toPresence } from "./to-dto";

/** Without use for this long a person is away, in minutes. */
const awayAfterMinutes = 5;
/** So many changes are told at a time; the rest follows with the next look. */
const changesAtOnce = 2_000;

/** One parameter, however many ids: PostgreSQL hashes such an array. */
const idArray = (ids: string[]): SQL => sql`${sql.param(`{${ids.join(",")}}`)}::uuid[]`;

/** Notes that people used one of their devices just now. Whoever has no account is left out. */
export async function recordActivity(userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  await database().db.execute(sql`
    insert into ${presences} (user_id, active_at)
    select id, now() from users where id = any(${idArray(userIds)})
    on conflict (user_id) do update set active_at = excluded.active_at`);
}

/**
 * Notes who is connected. Everybody else is not, and was last seen now, or, where nobody looked for a
 * while, when it was last noted.
 */
export async function recordConnected(
  userIds: string[],
  { lookedRecently }: { lookedRecently: boolean },
): Promise<void> {
  const { db } = database();
  const here = idArray(userIds);
  await db.execute(sql`
    insert into ${presences} (user_id, online, active_at, seen_at)
    select id, true, now(), now() from users
    where id = any(${here}) and status = 'active'
      and not exists (select 1 from ${presences} p where p.user_id = users.id and p.online)
    on conflict (user_id) do update
    set online = true, active_at = excluded.active_at, seen_at = excluded.seen_at`);
  await db
    .update(presences)
    .set({ online: false, ...(lookedRecently && { seenAt: sql`now()` }) })
    .where(and(presences.online, sql`${presences.userId} <> all(${here})`));
}

/** Notes that whoever is connected is still seen: what is left of it should this process end unawares. */
export async function recordSeen(): Promise<void> {
  await database().db.update(presences).set({ seenAt: sql`now()` }).where(eq(presences.online, true));
}

/** Tells those who look at them of everybody whose state is other than was last told. Returns how many. */
export async function announceChanges(): Promise<number> {
  const state = sql`case when not ${presences.online} then 'offline'
    when ${presences.activeAt} < now() - ${awayAfterMinutes} * interval '1 minute' then 'away'
    else 'online' end`;
  return transaction(systemContext(), async (tx) => {
    const changed = await tx.db
      .update(presences)
      .set({ announced: state, revision: sql`${presences.revision} + 1` })
      .where(
        inArray(
          presences.userId,
          tx.db
            .select({ userId: presences.userId })
            .from(presences)
            .where(
              and(or(presences.online, ne(presences.announced, "offline")), ne(presences.announced, state)),
            )
            .limit(changesAtOnce),
        ),
      )
      .returning(presenceColumns);
    const now = new Date();
    const hidden = await listWithoutPresence(
      changed.map((row) => row.userId),
      tx.db,
    );
    const shared = changed.filter((row) => !hidden.has(row.userId));
    tx.emit(...shared.map((row) => toLookers(toPresence(row, now))));
    return changed.length;
  });
}
