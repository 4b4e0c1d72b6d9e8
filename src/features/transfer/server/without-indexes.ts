import type { TransactionSql } from "postgres";

/**
 * Runs `work` while a table has neither secondary indexes nor foreign keys, and makes them again afterwards: loading
 * millions of rows first and building each index once is many times faster. All in the caller's transaction, so that
 * an end at any moment leaves the table as it was.
 * @param onBuild called with the name of each thing before it is built
 */
export async function withoutIndexes(
  sql: TransactionSql,
  table: string,
  work: () => Promise<void>,
  onBuild: (name: string) => void,
): Promise<void> {
  const foreignKeys = await sql<{ name: string; definition: string }[]>`
    select quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = ${table}::regclass and contype = 'f'`;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${table}::regclass
      and not exists (select 1 from pg_constraint where conindid = i.indexrelid)`;
  for (const { name } of foreignKeys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await sql`drop index ${sql(name)}`;
  await work();
  await sql`set local maintenance_work_mem = '1GB'`;
  for (const { name, definition } of indexes) {
    onBuild(name);
    await sql.unsafe(definition);
  }
  for (const { name, definition } of foreignKeys) {
    onBuild(name);
    await sql.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
  }
}
