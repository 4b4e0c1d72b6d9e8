import { sql } from "drizzle-orm";
import errors from "@/i18n/en/errors.json";
import { database } from "@/server/db/client";
import { jobItems } from "@/server/db/schema/jobs";
import type { ExportRow } from "@/server/http/stream-rows";

export const refusedRowColumns = ["line", "username", "displayName", "email", "role", "reason"] as const;

/** The rows of an import that were refused or could not be done; an import has no more than fit into memory. */
export async function* listRefusedRows(jobId: string): AsyncGenerator<ExportRow[], void> {
  const rows = await database().db.execute<ExportRow & { problem: keyof typeof errors }>(sql`
    select position as line, input ->> 'username' as username, input ->> 'displayName' as "displayName",
      input ->> 'email' as email, input ->> 'role' as role, problem
    from ${jobItems} where job_id = ${jobId} and state = 'failed' order by position`);
  yield [...rows].map(({ problem, ...row }) => ({ ...row, reason: errors[problem] ?? problem }));
}
