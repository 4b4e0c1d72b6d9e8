import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type ListUsersInput, listUsersInput } from "../input";
import { listUsers } from "./list-users";

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

/** Everybody whom a filter matches, in the list's order, page by page. */
export function exportUsers(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListUsersInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...filter } = listUsersInput.parse(list);
  const entry = { action: "people.exported", list: "people", format, filter } as const;
  return exportPages<NonNullable<ListUsersInput["cursor"]>>(ctx, entry, async (cursor) => {
    const { users, nextCursor } = await listUsers({ ...filter, cursor, limit: exportedPage });
    return { rows: users.map((row) => pick(row, exportedUserColumns)), nextCursor };
  });
}
