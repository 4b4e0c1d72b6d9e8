import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { ipRules } from "@/server/db/schema/security";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { IpRule } from "../../dto";
import type { ChangeIpRuleInput } from "../../input";
import { announceSecurityChange } from "../announce-security-change";
import { forgetIpRules } from "./current-ip-rules";
import { ipRuleColumns, toIpRule } from "./list-ip-rules";
import { requireNoLockOut } from "./require-no-lock-out";

/** Gives a rule another reason and another end, counted from now. Throws NOT_FOUND, WOULD_LOCK_OUT. */
export async function changeIpRule(ctx: ActorContext, input: ChangeIpRuleInput): Promise<IpRule> {
  const { ruleId, reason, lifetimeHours } = input;
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${ipRules} in share row exclusive mode`);
    const [before] = await tx.db.select().from(ipRules).where(eq(ipRules.id, ruleId));
    if (!before) throw new AppError("NOT_FOUND");
    await tx.db
      .update(ipRules)
      .set({
        reason,
        expiresAt: lifetimeHours === null ? null : sql`now() + ${lifetimeHours} * interval '1 hour'`,
        changedAt: sql`now()`,
      })
      .where(eq(ipRules.id, ruleId));
    await requireNoLockOut(tx.db, ctx);
    const [row] = await tx.db
      .select(ipRuleColumns)
      .from(ipRules)
      .leftJoin(users, eq(users.id, ipRules.createdBy))
      .where(eq(ipRules.id, ruleId));
    if (!row) throw new AppError("NOT_FOUND");
    tx.audit({
      action: "ip-rule.changed",
      target: { type: "ip-rule", id: ruleId },
      before: { reason: before.reason, expiresAt: before.expiresAt },
      after: { reason, expiresAt: row.rule.expiresAt },
      reason,
    });
    announceSecurityChange(tx);
    tx.afterCommit(forgetIpRules);
    return toIpRule(row);
  });
}
