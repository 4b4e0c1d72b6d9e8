import { eq } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { ActorContext } from "@/server/context";
import { sessions } from "@/server/db/schema/sessions";
import { transaction } from "@/server/db/transaction";
import type { RevokeSessionInput } from "../../input";

/** Signs one device of anybody's out. Throws NOT_FOUND when there is no such session or it has ended. */
export async function revokeSession(
  ctx: ActorContext,
  { sessionId, reason }: RevokeSessionInput,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [session] = await tx.db
      .select({ userId: sessions.userId })
      .from(sessions)
      .where(eq(sessions.id, sessionId));
    if (!session) throw new AppError("NOT_FOUND");
    const ended = await revokeSessions(tx, { userId: session.userId, sessionId }, reason);
    if (ended === 0) throw new AppError("NOT_FOUND");
  });
}
