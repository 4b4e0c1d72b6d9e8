import type { AuditStatistics } from "../dto";
import type { AuditFilter } from "../input";
import { auditWhere } from "./audit-where";
import { countByAction, countByActor, countOverTime, countTotals } from "./count-entries";

/** Bars that one drawing holds. */
const most = 12;
const defaultDays = 30;

/** What a filtered view consists of, in numbers: of the last 30 days unless the filter begins earlier or later. */
export async function getStatistics(filter: AuditFilter): Promise<AuditStatistics> {
  const to = filter.to ? new Date(filter.to) : new Date();
  const from = filter.from ? new Date(filter.from) : new Date(to.getTime() - defaultDays * 86_400_000);
  const counted = { from, to, where: auditWhere(filter) };
  const [{ total }, byAction, byActor, timeline] = await Promise.all([
    countTotals(counted),
    countByAction(counted, most),
    countByActor(counted, most),
    countOverTime(counted),
  ]);
  return { total, byAction, byActor, timeline };
}
