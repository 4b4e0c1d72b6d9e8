import { requireUserForUpdate } from "@/features/users/server/require-user";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import type { EndSessionsInput } from "../input";

/**
 * Signs somebody out of one session, or of all but the one that asks. Throws NOT_FOUND, or ALREADY_DONE when
 * there is none that could end.
 */
export function endSessions(
  ctx: ActorContext,
  { userId, sessionId, reason }: EndSessionsInput,
): Promise<number> {
  return transaction(ctx, async (tx) => {
    await requireUserForUpdate(tx.db, userId);
    const ended = await revokeSessions(tx, { userId, sessionId, except: ctx.sessionId }, reason);
    if (ended === 0) throw new AppError("ALREADY_DONE");
    return ended;
  });
}
