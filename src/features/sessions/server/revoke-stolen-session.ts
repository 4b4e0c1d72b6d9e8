import { recordSecurityEvent } from "@/features/security/server/events/record-security-event";
import type { ActiveSession } from "@/server/auth/active-session";
import { revokeSessions } from "@/server/auth/revoke-sessions";
import { transaction } from "@/server/db/transaction";
import { systemContext } from "@/server/trpc/request-context";

export const stolenReason = "a token that had been replaced was used again";

/** Ends a session of which two parties hold tokens: nobody can tell which of them took it. */
export async function revokeStolenSession(
  session: ActiveSession,
  from: { ip: string | null; userAgent: string | null },
): Promise<void> {
  const ctx = { ...systemContext(), ...from };
  const ended = await transaction(ctx, (tx) =>
    revokeSessions(tx, { userId: session.actor.id, sessionId: session.id }, stolenReason),
  );
  if (ended > 0) {
    await recordSecurityEvent(ctx, {
      kind: "session.token-reused",
      subject: session.id,
      userId: session.actor.id,
      facts: { sessionId: session.id },
    });
  }
}
