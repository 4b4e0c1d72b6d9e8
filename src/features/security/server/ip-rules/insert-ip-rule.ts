import { type SQL, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { ipRules } from "@/server/db/schema/security";
import type { Transaction } from "@/server/db/transaction";
import { announceSecurityChange } from "../announce-security-change";
import { forgetIpRules } from "./current-ip-rules";
import { requireNoLockOut } from "./require-no-lock-out";

type NewRule = Pick<typeof ipRules.$inferInsert, "network" | "kind" | "reason" | "automatic"> & {
  expiresAt: Date | SQL | null;
};

/**
 * Has a rule stand; in force at once here and within two seconds in other processes. Throws WOULD_LOCK_OUT when it would
 * hold the actor back, ALREADY_DONE when a rule for that network stands.
 */
export async function insertIpRule(tx: Transaction, ctx: ActorContext, rule: NewRule) {
  const { network, kind, reason } = rule;
  // One change at a time: two that are harmless alone could shut somebody out together.
  await tx.db.execute(sql`lock table ${ipRules} in share row exclusive mode`);
  await tx.db
    .delete(ipRules)
    .where(sql`${ipRules.network} = ${network}::cidr and ${ipRules.expiresAt} <= now()`);
  const [row] = await tx.db
    .insert(ipRules)
    .values({ ...rule, createdBy: ctx.actor.id })
    .onConflictDoNothing({ target: ipRules.network })
    .returning();
  if (!row) throw new AppError("ALREADY_DONE");
  await requireNoLockOut(tx.db, ctx);
  tx.audit({
    action: "ip-rule.added",
    target: { type: "ip-rule", id: row.id },
    after: { network, kind, expiresAt: row.expiresAt },
    reason,
  });
  announceSecurityChange(tx);
  tx.afterCommit(forgetIpRules);
  return row;
}
