import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type ListSecurityEventsInput, listSecurityEventsInput } from "../../input";
import { listSecurityEvents } from "./list-security-events";

export const exportedEventColumns = [
  "id",
  "kind",
  "score",
  "times",
  "at",
  "lastAt",
  "userId",
  "username",
  "ip",
  "country",
  "facts",
  "blockedUntil",
  "acknowledgedAt",
  "acknowledgedBy",
] as const;

/** Every security event that a filter matches, the newest first, page by page. People go by their user names. */
export function exportSecurityEvents(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListSecurityEventsInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...filter } = listSecurityEventsInput.parse(list);
  const entry = { action: "security.exported", list: "security-events", format, filter } as const;
  return exportPages<number>(ctx, entry, async (cursor) => {
    const page = await listSecurityEvents({ ...filter, cursor, limit: exportedPage });
    const rows = page.events.map((event) => {
      const { person } = event;
      const names = { userId: person?.id ?? null, username: person?.username ?? null };
      const acknowledgedBy = event.acknowledgedBy?.username ?? null;
      const facts = JSON.stringify(event.facts);
      return pick({ ...event, ...names, acknowledgedBy, facts }, exportedEventColumns);
    });
    return { rows, nextCursor: page.nextCursor };
  });
}
