import { and, eq, isNull, type SQL } from "drizzle-orm";
import { securityEvents } from "@/server/db/schema/security";
import { userNamed } from "@/server/db/user-named";
import { withinDays } from "@/server/db/within-days";
import { withinNetwork } from "@/server/db/within-network";
import type { SecurityEventFilter } from "../../input";

/** The condition that a filter is: the same for the list, its count, its export and what is done to all that match. */
export function matchSecurityEvents({
  kind,
  open,
  userId,
  person,
  network,
  from,
  to,
}: SecurityEventFilter): SQL | undefined {
  return and(
    kind && eq(securityEvents.kind, kind),
    open ? isNull(securityEvents.acknowledgedAt) : undefined,
    userId ? eq(securityEvents.userId, userId) : undefined,
    person ? eq(securityEvents.userId, userNamed(person)) : undefined,
    withinDays(securityEvents.at, { from, to }),
    network ? withinNetwork(securityEvents.ip, network) : undefined,
  );
}
