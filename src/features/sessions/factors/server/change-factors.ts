import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { forgetSessions } from "@/server/auth/active-session";
import type { ActorContext } from "@/server/context";
import { recoveryCodes } from "@/server/db/schema/factors";
import { users } from "@/server/db/schema/users";
import type { Transaction } from "@/server/db/transaction";
import { factorsOf, hasSecondFactor } from "./factors-of";
import { mustHaveSecondFactor } from "./must-have-second-factor";
import { replaceRecoveryCodes } from "./recovery-codes";

/** One change of a person's factors at a time: two that are removed at once must not both count the other. */
export async function lockFactors(tx: Transaction, userId: string): Promise<void> {
  await tx.db.execute(sql`select 1 from ${users} where ${users.id} = ${userId} for update`);
}

/** After a factor was added. Returns recovery codes with the first one, else null. */
export async function factorAdded(tx: Transaction, userId: string): Promise<string[] | null> {
  tx.afterCommit(() => forgetSessions({ userId }));
  const { recoveryCodesLeft } = await factorsOf(tx.db, userId);
  return recoveryCodesLeft > 0 ? null : replaceRecoveryCodes(tx.db, userId);
}

/**
 * After a factor of the actor's was removed. With the last one the recovery codes go too; throws
 * LAST_SECOND_FACTOR when they must have one.
 */
export async function factorRemoved(tx: Transaction, { actor }: ActorContext): Promise<void> {
  tx.afterCommit(() => forgetSessions({ userId: actor.id }));
  if (hasSecondFactor(await factorsOf(tx.db, actor.id))) return;
  if (await mustHaveSecondFactor(tx.db, actor)) throw new AppError("LAST_SECOND_FACTOR");
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.userId, actor.id));
}
