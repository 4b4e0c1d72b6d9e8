import { sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { ipRules } from "@/server/db/schema/security";
import { transaction } from "@/server/db/transaction";
import type { IpRule } from "../../dto";
import type { AddIpRuleInput } from "../../input";
import { announceSecurityChange } from "../announce-security-change";
import { forgetIpRules } from "./current-ip-rules";
import { toIpRule } from "./list-ip-rules";
import { requireNetwork } from "./require-network";
import { requireNoLockOut } from "./require-no-lock-out";

/**
 * Blocks or allows a network; in force at once here and within two seconds in other processes. Throws
 * WOULD_LOCK_OUT when it would hold the actor back, ALREADY_DONE when a rule for that network stands.
 */
export async function addIpRule(ctx: ActorContext, input: AddIpRuleInput): Promise<IpRule> {
  const { kind, reason, lifetimeHours } = input;
  const network = requireNetwork(input.network);
  const rule = await transaction(ctx, async (tx) => {
    // One change at a time: two that are harmless alone could shut somebody out together.
    await tx.db.execute(sql`lock table ${ipRules} in share row exclusive mode`);
    await tx.db
      .delete(ipRules)
      .where(sql`${ipRules.network} = ${network}::cidr and ${ipRules.expiresAt} <= now()`);
    const [row] = await tx.db
      .insert(ipRules)
      .values({
        ...{ network, kind, reason, createdBy: ctx.actor.id },
        expiresAt: lifetimeHours === null ? null : sql`now() + ${lifetimeHours} * interval '1 hour'`,
      })
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
  });
  const { id, username, displayName } = ctx.actor;
  return toIpRule({ rule, createdBy: { id, username, displayName } });
}
