import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { transaction } from "@/server/db/transaction";

/** Signs one of the actor's devices out. Throws NOT_FOUND when it is not theirs or has ended. */
export async function endOwnSession(ctx: ActorContext, input: { sessionId: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const which = { userId: ctx.actor.id, sessionId: input.sessionId };
    if ((await revokeSessions(tx, which, "signed out from another device")) === 0) {
      throw new AppError("NOT_FOUND");
    }
  });
}

/** Signs all of the actor's devices out, except this one unless `everywhere`. Returns how many. */
export async function endOwnSessions(
  ctx: ActorContext,
  input: { everywhere: boolean },
): Promise<{ ended: number }> {
  const except = input.everywhere ? null : ctx.sessionId;
  const ended = await transaction(ctx, (tx) =>
    revokeSessions(tx, { userId: ctx.actor.id, except }, "signed out on all devices"),
  );
  return { ended };
}
