import { and, eq, isNull, sql } from "drizzle-orm";
import { forgetSessions } from "@/server/auth/active-session";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";

/**
 * Starts the next generation of a session's tokens. Of several who do it at once one wins; the others get
 * the same generation, so that nobody is left with a token that is worth nothing. Returns the generation.
 */
export async function rotateToken(sessionId: string, from: number): Promise<number> {
  await database()
    .db.update(sessions)
    .set({ generation: from + 1, rotatedAt: sql`now()`, confirmedAt: null })
    .where(and(eq(sessions.id, sessionId), eq(sessions.generation, from), isNull(sessions.revokedAt)));
  forgetSessions({ sessionId });
  return from + 1;
}
