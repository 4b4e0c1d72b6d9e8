import { and, eq, type SQL, sql } from "drizzle-orm";
import { ipRules } from "@/server/db/schema/security";
import type { IpRuleFilter } from "../../input";

/** The condition that a filter is: the same for the list, its count, its export and what is done to all that match. */
export function matchIpRules({ kind, network }: IpRuleFilter): SQL | undefined {
  return and(
    kind && eq(ipRules.kind, kind),
    network ? sql`${ipRules.network} >>= ${network}::inet` : undefined,
  );
}
