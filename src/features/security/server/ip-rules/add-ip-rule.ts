import { sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { IpRule } from "../../dto";
import type { AddIpRuleInput } from "../../input";
import { insertIpRule } from "./insert-ip-rule";
import { toIpRule } from "./list-ip-rules";
import { requireNetwork } from "./require-network";

/**
 * Blocks or allows a network. Throws WOULD_LOCK_OUT when it would hold the actor back, ALREADY_DONE when a rule for that
 * network stands.
 */
export async function addIpRule(ctx: ActorContext, input: AddIpRuleInput): Promise<IpRule> {
  const { kind, reason, lifetimeHours } = input;
  const network = requireNetwork(input.network);
  const expiresAt = lifetimeHours === null ? null : sql`now() + ${lifetimeHours} * interval '1 hour'`;
  const rule = await transaction(ctx, (tx) => insertIpRule(tx, ctx, { network, kind, reason, expiresAt }));
  const { id, username, displayName } = ctx.actor;
  return toIpRule({ rule, createdBy: { id, username, displayName } });
}
