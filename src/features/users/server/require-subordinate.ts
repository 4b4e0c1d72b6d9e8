import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import type { AdminUser } from "../dto";
import { canActOn } from "../policy";
import { requireUserForUpdate } from "./require-user";

/**
 * Somebody whom the actor may decide about, locked until the transaction ends. Throws NOT_FOUND, also for
 * deleted accounts, OWN_ACCOUNT for the actor, and FORBIDDEN for people above the actor.
 */
export async function requireSubordinate(
  ctx: ActorContext,
  db: Queryable,
  userId: string,
): Promise<AdminUser> {
  const user = await requireUserForUpdate(db, userId);
  if (user.id === ctx.actor.id) throw new AppError("OWN_ACCOUNT");
  if (!canActOn(ctx.actor, user)) throw new AppError("FORBIDDEN");
  return user;
}
