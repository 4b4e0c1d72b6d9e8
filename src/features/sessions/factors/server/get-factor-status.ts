import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import type { FactorStatus, FactorsOfPerson } from "../dto";
import { factorsOf } from "./factors-of";
import { mustHaveSecondFactor } from "./must-have-second-factor";

/** What the actor has set up, and whether they must. */
export async function getFactorStatus(ctx: ActorContext): Promise<FactorStatus> {
  const { id: userId } = ctx.actor;
  return {
    ...(await getFactorsOf({ userId })),
    required: await mustHaveSecondFactor(database().db, ctx.actor),
  };
}

/** What somebody has set up. */
export async function getFactorsOf({ userId }: { userId: string }): Promise<FactorsOfPerson> {
  const { totpSince, ...rest } = await factorsOf(database().db, userId);
  return { ...rest, totpSince: totpSince?.toISOString() ?? null };
}
