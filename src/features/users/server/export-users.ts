import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { listUsersInput, type UserFilter } from "../input";
import { listUsersQuery } from "./list-users";
import { toAdminUser } from "./to-dto";

export const exportedUserColumns = [
  "id",
  "username",
  "displayName",
  "email",
  "role",
  "status",
  "imported",
  "createdAt",
  "seenAt",
] as const;

const batchSize = 1_000;

/** Everybody whom a filter matches, newest first, in batches. That somebody took them along stands in the audit log. */
export async function* exportUsers(
  ctx: ActorContext,
  { format, filter }: { format: ExportFormat; filter: UserFilter },
): AsyncGenerator<ExportRow[], void> {
  await transaction(ctx, async (tx) =>
    tx.audit({
      action: "people.exported",
      target: { type: "transfer", id: "people" },
      after: { format, filter },
    }),
  );
  const { limit: _, ...first } = listUsersInput.parse(filter);
  for (let cursor = first.cursor; ; ) {
    const rows = (await listUsersQuery({ ...first, cursor, limit: batchSize - 1 })).map(toAdminUser);
    yield rows.map((row) => Object.fromEntries(exportedUserColumns.map((column) => [column, row[column]])));
    const last = rows.at(-1);
    if (rows.length < batchSize || !last) return;
    cursor = { key: last.createdAt, id: last.id };
  }
}
