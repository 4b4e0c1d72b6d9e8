import { getSettings } from "@/features/settings/server/get-settings";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import type { FactorStatus, FactorsOfPerson } from "../dto";
import { needsSecondFactor } from "../policy";
import { factorsOf } from "./factors-of";

/** What the actor has set up, and whether they must. */
export async function getFactorStatus(ctx: ActorContext): Promise<FactorStatus> {
  const { id: userId, role } = ctx.actor;
  return { ...(await getFactorsOf({ userId })), required: needsSecondFactor(role, await getSettings()) };
}

/** What somebody has set up. */
export async function getFactorsOf({ userId }: { userId: string }): Promise<FactorsOfPerson> {
  const { totpSince, ...rest } = await factorsOf(database().db, userId);
  return { ...rest, totpSince: totpSince?.toISOString() ?? null };
}
