import { eq, sql } from "drizzle-orm";
import type { OwnProfile } from "@/features/users/dto";
import { announcePreferences } from "@/features/users/server/announce-preferences";
import { refuseTaken } from "@/features/users/server/insert-account";
import { forgetSessions } from "@/server/auth/active-session";
import type { ActorContext } from "@/server/context";
import { users } from "@/server/db/schema/users";
import { transaction } from "@/server/db/transaction";
import type { UpdateProfileInput } from "../input";
import { announceProfile } from "./announce-profile";
import { getOwnProfile } from "./get-own-profile";

/**
 * Changes what the actor says of themselves; what is not given stays. Whoever has them on screen sees a new
 * name at once. Throws USERNAME_TAKEN.
 */
export async function updateProfile(ctx: ActorContext, input: UpdateProfileInput): Promise<OwnProfile> {
  const { id } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const before = await getOwnProfile(ctx, tx.db);
    const after = { ...before, ...input };
    const changed = (Object.keys(input) as (keyof UpdateProfileInput)[]).filter(
      (key) => input[key] !== undefined && after[key] !== before[key],
    );
    if (changed.length === 0) return before;
    await tx.db
      .update(users)
      .set({ ...input, updatedAt: sql`now()` })
      .where(eq(users.id, id))
      .catch(refuseTaken);
    const only = (of: OwnProfile) => Object.fromEntries(changed.map((key) => [key, of[key]]));
    tx.audit({
      action: "user.profile-updated",
      target: { type: "user", id },
      before: only(before),
      after: only(after),
    });
    tx.afterCommit(() => forgetSessions({ userId: id }));
    await announceProfile(tx, after);
    if (changed.includes("locale")) await announcePreferences(tx, id);
    return after;
  });
}
