import { eq } from "drizzle-orm";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import type { Context } from "@/server/context";
import { sessions } from "@/server/db/schema/sessions";
import { transaction } from "@/server/db/transaction";

/** Ends a session; every token that names it stops working. Ending it twice is harmless. */
export async function signOut(ctx: Context, sessionId: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const [session] = await tx.db
      .select({ userId: sessions.userId })
      .from(sessions)
      .where(eq(sessions.id, sessionId));
    if (session) await revokeSessions(tx, { userId: session.userId, sessionId }, "signed out");
  });
}
