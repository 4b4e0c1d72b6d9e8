import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { compileIpRules, type IpRuleEntry } from "./compile-ip-rules";
import { readIpRules } from "./current-ip-rules";

/** Throws WOULD_LOCK_OUT when the rules, as they stand in this transaction, hold the actor's own address back. */
export async function requireNoLockOut(db: Queryable, { ip }: Context): Promise<void> {
  if (ip && isHeldBack(await readIpRules(db), ip)) throw new AppError("WOULD_LOCK_OUT");
}

export function isHeldBack(rules: IpRuleEntry[], ip: string): boolean {
  return compileIpRules(rules)(ip, Date.now()).blockedBy !== null;
}
