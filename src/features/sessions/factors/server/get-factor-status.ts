import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import type { FactorStatus } from "../dto";
import { factorsOf } from "./factors-of";
import { mustHaveSecondFactor } from "./must-have-second-factor";

/** What the actor has set up, and whether they must. */
export async function getFactorStatus(ctx: ActorContext): Promise<FactorStatus> {
  const factors = await factorsOf(database().db, ctx.actor.id);
  return {
    ...factors,
    totpSince: factors.totpSince?.toISOString() ?? null,
    required: await mustHaveSecondFactor(database().db, ctx.actor),
  };
}
