import {
  isDay,
  type ListView,
  type ListViewRules,
  readListView,
  writeListView,
} from "@/components/data-table/list-view";
import type { AuditCursor } from "../../dto";
import { type AuditFilter, auditFilterInput } from "../../input";

const { shape } = auditFilterInput;
const takes = (name: keyof typeof shape) => (value: string) => shape[name].safeParse(value).success;

/** What an address may say of the audit log. */
export const auditRules: ListViewRules = {
  filters: {
    action: takes("action"),
    category: takes("category"),
    severity: ["security", "critical"],
    actor: takes("actor"),
    type: takes("targetType"),
    target: takes("targetId"),
    from: isDay,
    to: isDay,
    ip: takes("ip"),
    country: takes("country"),
    session: takes("sessionId"),
    request: takes("requestId"),
  },
};

export const readAuditView = (parameters: { get(name: string): string | null }) =>
  readListView(parameters, auditRules);

/** The address of the audit log under some filters. */
export function auditHref(filters: Record<string, string>, query = ""): string {
  const search = writeListView({ query, filters, sort: null });
  return search ? `/admin/audit?${search}` : "/admin/audit";
}

const dayMs = 86_400_000;

/** What a view shows. Days are those of UTC; the last one counts whole. */
export function filterOf({ filters, query }: ListView): AuditFilter {
  const { from, to } = filters;
  const wanted = {
    action: filters.action,
    category: filters.category,
    severity: filters.severity as AuditFilter["severity"],
    actor: filters.actor,
    targetType: filters.type,
    targetId: filters.target,
    from: from && new Date(from).toISOString(),
    to: to && new Date(Date.parse(to) + dayMs).toISOString(),
    ip: filters.ip,
    country: filters.country,
    sessionId: filters.session,
    requestId: filters.request,
    query: query || undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export function listInput(view: ListView, cursor: AuditCursor | null = null) {
  return { filter: filterOf(view), cursor, limit: 50 };
}
