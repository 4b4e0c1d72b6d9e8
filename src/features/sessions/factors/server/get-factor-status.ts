import { getSettings } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import type { FactorStatus } from "../dto";
import { needsSecondFactor } from "../policy";
import { factorsOf } from "./factors-of";

/** What the actor has set up, and whether they must. */
export async function getFactorStatus(ctx: ActorContext): Promise<FactorStatus> {
  const factors = await factorsOf(database().db, ctx.actor.id);
  return {
    ...factors,
    totpSince: factors.totpSince?.toISOString() ?? null,
    required: needsSecondFactor(ctx.actor.role, await getSettings()),
  };
}
