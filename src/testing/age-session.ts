import { eq, sql } from "drizzle-orm";
import { forgetSessions } from "@/server/auth/active-session";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";

/** Sets times of a session back by an interval such as `2 hours`: the tests' way of waiting. */
export async function ageSession(
  sessionId: string,
  by: Partial<Record<"rotatedAt" | "confirmedAt" | "lastUsedAt" | "createdAt", string>>,
): Promise<void> {
  const times = Object.entries(by).map(([name, interval]) => [name, sql`now() - ${interval}::interval`]);
  await database().db.update(sessions).set(Object.fromEntries(times)).where(eq(sessions.id, sessionId));
  forgetSessions({ sessionId });
}
