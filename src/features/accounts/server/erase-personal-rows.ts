import { sql } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";

/**
 * What belongs to a person and yet is part of what others have: direct conversations keep both people, and
 * messages keep their reactions and whom they address.
 */
const shared = ["conversation_members", "message_reactions", "message_mentions"];

/**
 * Deletes every row that is a person's own: those that would go with the person's row, were it deleted. New
 * tables are covered as soon as they refer to a person in this way.
 */
export async function erasePersonalRows(db: Queryable, userId: string): Promise<void> {
  const columns = await db.execute<{ table: string; column: string }>(sql`
    select class.relname as table, attribute.attname as column
    from pg_constraint as reference
    join pg_class as class on class.oid = reference.conrelid
    join pg_attribute as attribute
      on attribute.attrelid = reference.conrelid and attribute.attnum = reference.conkey[1]
    where reference.contype = 'f' and reference.confdeltype = 'c' and reference.confrelid = 'users'::regclass`);
  for (const { table, column } of columns) {
    if (shared.includes(table)) continue;
    await db.execute(sql`delete from ${sql.identifier(table)} where ${sql.identifier(column)} = ${userId}`);
  }
}
