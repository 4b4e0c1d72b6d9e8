import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type LiveSessionFilter, liveSessionFilter } from "../../input";
import { listLiveSessions } from "./list-live-sessions";

export const exportedSessionColumns = [
  "id",
  "userId",
  "username",
  "displayName",
  "client",
  "method",
  "browser",
  "system",
  "ip",
  "country",
  "network",
  "createdAt",
  "lastUsedAt",
] as const;

/** Every session that works and that a filter matches, the newest first, page by page. */
export function exportLiveSessions(
  ctx: ActorContext,
  { format, filter }: { format: ExportFormat; filter: LiveSessionFilter },
): AsyncGenerator<ExportRow[], void> {
  const entry = { action: "security.exported", list: "live-sessions", format } as const;
  const known = liveSessionFilter.parse(filter);
  return exportPages<string>(ctx, { ...entry, filter: known }, async (cursor) => {
    const page = await listLiveSessions(ctx, { ...known, cursor, limit: exportedPage });
    const rows = page.sessions.map((session) => {
      const { person, device } = session;
      return pick(
        { ...session, ...device, ...person, id: session.id, userId: person.id },
        exportedSessionColumns,
      );
    });
    return { rows, nextCursor: page.nextCursor };
  });
}
