import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type ListAttemptsInput, listAttemptsInput } from "../../input";
import { listAttempts } from "./list-attempts";

export const exportedAttemptColumns = [
  "id",
  "at",
  "outcome",
  "confirmation",
  "userId",
  "username",
  "displayName",
  "browser",
  "system",
  "ip",
  "country",
  "network",
] as const;

/** Every attempt to sign in that a filter matches, the newest first, page by page. */
export function exportAttempts(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListAttemptsInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...filter } = listAttemptsInput.parse(list);
  const entry = { action: "security.exported", list: "sign-in-attempts", format, filter } as const;
  return exportPages<number>(ctx, entry, async (cursor) => {
    const page = await listAttempts({ ...filter, cursor, limit: exportedPage });
    const rows = page.attempts.map((attempt) => {
      const { device, person } = attempt;
      const names = { username: person?.username ?? null, displayName: person?.displayName ?? null };
      return pick({ ...attempt, ...device, ...names, userId: person?.id ?? null }, exportedAttemptColumns);
    });
    return { rows, nextCursor: page.nextCursor };
  });
}
