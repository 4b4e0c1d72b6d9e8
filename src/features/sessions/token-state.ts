/** How long a token goes on working after its successor was first used: requests were on their way. */
const graceMs = 30_000;

type Token = { gen: number; use: "browser" | "access" | "refresh" };
type Session = { generation: number; confirmedAt: Date | null };

/**
 * What a token of a session that has not ended is worth:
 * - `current`: the newest.
 * - `superseded`: the one before, and nobody has used the newest yet. Whoever was to get it may not have
 *   received it, so it is handed out again.
 * - `late`: the one before, shortly after the newest was first used; good for this request only.
 * - `outdated`: an access token that was replaced early; refused, and nothing else.
 * - `reused`: rotated out, though its successor is in use. Two parties hold tokens of one session, and one
 *   of them took it (RFC 9700, section 4.14.2).
 */
export type TokenState = "current" | "superseded" | "late" | "outdated" | "reused";

/** Judges a token by its generation. Times are the server's. */
export function judgeToken(token: Token, session: Session, now: number): TokenState {
  if (token.gen === session.generation) return "current";
  if (token.gen === session.generation - 1) {
    if (!session.confirmedAt) return "superseded";
    if (now - session.confirmedAt.getTime() <= graceMs) return "late";
  }
  return token.use === "access" ? "outdated" : "reused";
}
