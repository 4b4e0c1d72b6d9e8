import { pick } from "@/lib/pick";
import { exportedPage, exportPages } from "@/server/audit/export-pages";
import type { ActorContext } from "@/server/context";
import type { ExportFormat, ExportRow } from "@/server/http/stream-rows";
import { type ListIpRulesInput, listIpRulesInput } from "../../input";
import { listIpRules } from "./list-ip-rules";

export const exportedRuleColumns = [
  "id",
  "kind",
  "network",
  "reason",
  "automatic",
  "createdBy",
  "createdAt",
  "expiresAt",
  "hits",
  "lastHitAt",
] as const;

/** Every address rule that a filter matches, the newest first, page by page. `createdBy` is a user name. */
export function exportIpRules(
  ctx: ActorContext,
  { format, list }: { format: ExportFormat; list: Partial<ListIpRulesInput> },
): AsyncGenerator<ExportRow[], void> {
  const { limit: _, cursor: __, ...filter } = listIpRulesInput.parse(list);
  const entry = { action: "security.exported", list: "ip-rules", format, filter } as const;
  return exportPages<string>(ctx, entry, async (cursor) => {
    const page = await listIpRules({ ...filter, cursor, limit: exportedPage });
    const rows = page.rules.map((rule) => {
      const createdBy = rule.createdBy?.username ?? null;
      return pick({ ...rule, createdBy }, exportedRuleColumns);
    });
    return { rows, nextCursor: page.nextCursor };
  });
}
