import type { AuditReport } from "../dto";
import type { AuditReportInput } from "../input";
import { auditWhere } from "./audit-where";
import { countByAction, countByActor, countByTarget, countOverTime, countTotals } from "./count-entries";
import { getChainState } from "./get-chain-state";
import { listEntries } from "./list-entries";

/** Rows that one table of the report holds. */
const most = 100;
const mostCritical = 200;

/** What happened in a period, for whoever has to vouch for it. */
export async function getReport({ from, to }: AuditReportInput): Promise<AuditReport> {
  const counted = { from: new Date(from), to: new Date(to), where: undefined };
  const filter = { from, to, severity: "critical" } as const;
  const [totals, byAction, byActor, byTarget, timeline, critical, page, chain] = await Promise.all([
    countTotals(counted),
    countByAction(counted, most),
    countByActor(counted, most),
    countByTarget(counted, most),
    countOverTime(counted),
    countTotals({ ...counted, where: auditWhere(filter) }),
    listEntries({ filter, limit: mostCritical }),
    getChainState(),
  ]);
  return {
    ...{ from, to, ...totals, byAction, byActor, byTarget, timeline, chain },
    critical: { count: critical.total, entries: page.entries },
  };
}
