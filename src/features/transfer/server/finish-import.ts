import { sql } from "drizzle-orm";
import { toConversation, toUsers } from "@/features/conversations/server/events";
import type { Context } from "@/server/context";
import { database, type Queryable } from "@/server/db/client";
import { transaction } from "@/server/db/transaction";

export type ImportTotals = {
  source: string;
  /** The file's name, without folders. */
  file: string;
  messages: number;
  people: number;
  conversations: number;
};

/**
 * What is done once, after the last batch: makes every active administrator an owner of the imported groups,
 * counts everything as read for those who cannot sign in, records the import, tells connected clients, and
 * brings the planner's statistics up to date. Returns how many administrators there are.
 * @param keys import keys of every channel in the file
 * @param grown ids of the conversations that got messages
 */
export async function finishImport(
  ctx: Context,
  totals: ImportTotals,
  keys: string[],
  grown: string[],
): Promise<number> {
  const admins = await transaction(ctx, async (tx) => {
    const owners = await addOwners(tx.db, keys);
    await markRead(tx.db, grown);
    if (totals.messages > 0) {
      tx.audit({
        action: "transfer.imported",
        target: { type: "transfer", id: totals.source },
        after: totals,
      });
    }
    for (const id of new Set([...grown, ...owners])) {
      tx.emit(
        ...toUsers(await listActiveMembers(tx.db, id), "conversation.added", { conversationId: id }),
        toConversation(id, "members.changed", { conversationId: id }),
      );
    }
    return countAdmins(tx.db);
  });
  if (totals.messages > 0) {
    await database().sql`analyze users, conversations, conversation_members, messages`;
  }
  return admins;
}

/** Returns the conversations that got an owner. */
async function addOwners(db: Queryable, keys: string[]): Promise<string[]> {
  const rows = await db.execute<{ conversation_id: string }>(sql`
    insert into conversation_members (conversation_id, user_id, role, last_read_seq)
    select c.id, u.id, 'owner', c.last_seq
    from json_array_elements_text(${JSON.stringify(keys)}::text::json) as k (key)
    join conversations c on c.import_key = k.key
    cross join users u
    where u.role = 'admin' and u.status = 'active'
    on conflict do nothing
    returning conversation_id`);
  return rows.map((row) => row.conversation_id);
}

async function markRead(db: Queryable, grown: string[]): Promise<void> {
  await db.execute(sql`
    update conversation_members m set last_read_seq = c.last_seq
    from json_array_elements_text(${JSON.stringify(grown)}::text::json) as g (id), conversations c, users u
    where c.id = g.id::uuid and m.conversation_id = c.id and m.last_read_seq < c.last_seq
      and u.id = m.user_id and u.status = 'deactivated'`);
}

/** The members whose clients may be connected. */
async function listActiveMembers(db: Queryable, conversationId: string): Promise<string[]> {
  const rows = await db.execute<{ user_id: string }>(sql`
    select m.user_id from conversation_members m join users u on u.id = m.user_id
    where m.conversation_id = ${conversationId} and u.status = 'active'`);
  return rows.map((row) => row.user_id);
}

async function countAdmins(db: Queryable): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from users where role = 'admin' and status = 'active'`,
  );
  return row?.count ?? 0;
}
