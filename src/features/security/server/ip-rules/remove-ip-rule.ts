import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { ipRules } from "@/server/db/schema/security";
import { transaction } from "@/server/db/transaction";
import type { RemoveIpRuleInput } from "../../input";
import { announceSecurityChange } from "../announce-security-change";
import { forgetIpRules } from "./current-ip-rules";
import { requireNoLockOut } from "./require-no-lock-out";

/** Takes a rule away, and says what it was. Throws NOT_FOUND, and WOULD_LOCK_OUT when it was what let the actor in. */
export function removeIpRule(
  ctx: ActorContext,
  { ruleId, reason }: RemoveIpRuleInput,
): Promise<typeof ipRules.$inferSelect> {
  return transaction(ctx, async (tx) => {
    await tx.db.execute(sql`lock table ${ipRules} in share row exclusive mode`);
    const [removed] = await tx.db.delete(ipRules).where(eq(ipRules.id, ruleId)).returning();
    if (!removed) throw new AppError("NOT_FOUND");
    await requireNoLockOut(tx.db, ctx);
    const { network, kind, expiresAt, hits } = removed;
    tx.audit({
      action: "ip-rule.removed",
      target: { type: "ip-rule", id: ruleId },
      before: { network, kind, reason: removed.reason, expiresAt, hits },
      reason,
    });
    announceSecurityChange(tx);
    tx.afterCommit(forgetIpRules);
    return removed;
  });
}
