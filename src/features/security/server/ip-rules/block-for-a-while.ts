import { and, eq, gt, sql } from "drizzle-orm";
import { ipRules } from "@/server/db/schema/security";
import { sessions } from "@/server/db/schema/sessions";
import type { Transaction } from "@/server/db/transaction";
import { withinNetwork } from "@/server/db/within-network";
import { env } from "@/server/env";
import { isWithin, parseAddress } from "@/server/http/network";
import { normalNetwork } from "@/server/http/normal-network";
import { announceSecurityChange } from "../announce-security-change";
import { isLoopback } from "./compile-ip-rules";
import { forgetIpRules } from "./current-ip-rules";

/**
 * Blocks an address (of IPv6 its network of 64 bits) until `minutes` from now. Leaves alone: this machine and
 * the trusted proxies, what there is a rule for already, and addresses from which somebody signed in within
 * the last day: the people of an office are not shut out for what one machine in it does.
 * Returns until when it is blocked, or null.
 */
export async function blockForAWhile(
  tx: Transaction,
  block: { ip: string; minutes: number; reason: string },
): Promise<Date | null> {
  const address = parseAddress(block.ip);
  const network = address && normalNetwork(address.kind() === "ipv4" ? block.ip : `${block.ip}/64`);
  if (!network || isLoopback(block.ip) || isWithin(address, env().TRUSTED_PROXIES)) return null;
  if (await isKnown(tx, network)) return null;
  const [rule] = await tx.db
    .insert(ipRules)
    .values({
      network,
      kind: "block",
      reason: block.reason,
      automatic: true,
      expiresAt: sql`now() + ${block.minutes} * interval '1 minute'`,
    })
    .onConflictDoUpdate({
      target: ipRules.network,
      set: {
        expiresAt: sql`excluded.expires_at`,
        reason: sql`excluded.reason`,
        kind: sql`excluded.kind`,
        automatic: sql`excluded.automatic`,
        changedAt: sql`now()`,
      },
      // A rule that still stands was somebody's decision.
      setWhere: sql`${ipRules.expiresAt} <= now()`,
    })
    .returning({ id: ipRules.id, expiresAt: ipRules.expiresAt });
  if (!rule) return null;
  tx.audit({
    action: "ip-rule.added",
    target: { type: "ip-rule", id: rule.id },
    after: { network, kind: "block", automatic: true, expiresAt: rule.expiresAt },
    reason: block.reason,
  });
  announceSecurityChange(tx);
  tx.afterCommit(forgetIpRules);
  return rule.expiresAt;
}

/** Whether an allowance covers the network, or somebody has a session from there that is not a day old. */
async function isKnown(tx: Transaction, network: string): Promise<boolean> {
  const [allowed] = await tx.db
    .select({ id: ipRules.id })
    .from(ipRules)
    .where(
      and(
        sql`${ipRules.network} >>= ${network}::inet`,
        eq(ipRules.kind, "allow"),
        sql`(${ipRules.expiresAt} is null or ${ipRules.expiresAt} > now())`,
      ),
    )
    .limit(1);
  if (allowed) return true;
  const [signedIn] = await tx.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(withinNetwork(sessions.ip, network), gt(sessions.createdAt, sql`now() - interval '1 day'`)))
    .limit(1);
  return signedIn !== undefined;
}
