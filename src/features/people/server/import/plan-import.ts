import { inArray, or, sql } from "drizzle-orm";
import type { Job } from "@/features/jobs/dto";
import { startJob } from "@/features/jobs/server/start-job";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { judgeRows } from "./judge-rows";
import { readCsv } from "./read-csv";

/**
 * Says what an import of a file would do with each of its rows, and does nothing: a job that waits for somebody
 * to begin it. Throws what `readCsv` throws, or JOB_EMPTY for a file without rows.
 */
export async function planImport(
  ctx: ActorContext,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<Job> {
  const rows = readCsv(bytes);
  const judged = judgeRows(rows, await known(rows), ctx.actor);
  const items = sql`
    select line, user_id, label, jsonb_build_object('username', username, 'displayName', display_name, 'email', email,
        'role', role),
      null::jsonb, fate,
      case fate when 'refused' then 'failed' when 'unchanged' then 'done' else 'waiting' end, problem
    from jsonb_to_recordset(${JSON.stringify(judged.map(toRecord))}::jsonb) as rows(
      line int, user_id uuid, label text, username text, display_name text, email text, role text, fate text, problem text)`;
  return startJob(ctx, { kind: "people.import", input: { fileName }, items, planned: true });
}

const toRecord = ({ userId, displayName, ...row }: ReturnType<typeof judgeRows>[number]) => ({
  ...row,
  user_id: userId,
  display_name: displayName,
  label: row.username || displayName || row.email || "–",
});

/** The accounts that any of the rows names, in one query. */
async function known(rows: { username: string; email: string }[]) {
  const { id, username, displayName, email, role } = users;
  const names = rows.map((row) => row.username).filter(Boolean);
  const addresses = rows.map((row) => row.email).filter(Boolean);
  if (names.length === 0) return [];
  const list = (values: string[]) =>
    sql`(select value::citext from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb) as value)`;
  return database()
    .db.select({ id, username, displayName, email, role })
    .from(users)
    .where(or(inArray(username, list(names)), inArray(email, list(addresses))));
}
