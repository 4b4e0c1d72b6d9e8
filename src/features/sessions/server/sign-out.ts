import { and, eq, isNull, sql } from "drizzle-orm";
import { forgetSessions } from "@/server/auth/active-session";
import type { Context } from "@/server/context";
import { sessions } from "@/server/db/schema/sessions";
import { transaction } from "@/server/db/transaction";

/** Ends a session; every token that names it stops working. Ending it twice is harmless. */
export async function signOut(ctx: Context, sessionId: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(sessions)
      .set({ revokedAt: sql`now()`, revokeReason: "signed out" })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id });
    if (ended.length > 0) {
      tx.audit({ action: "session.ended", target: { type: "session", id: sessionId }, reason: "signed out" });
    }
  });
  forgetSessions({ sessionId });
}
