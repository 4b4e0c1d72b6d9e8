import { AppError } from "@/server/app-error";
import { readToken } from "@/server/auth/session-token";
import type { RequestInfo } from "@/server/context";
import type { TokenPair } from "../dto";
import { authenticateClaims } from "./authenticate";
import { rotateToken } from "./rotate-token";
import { tokenPair } from "./token-pair";

/**
 * Exchanges a refresh token for the next pair of tokens; it works once. Repeating it because the answer was
 * lost gives the same generation again; after the new pair was used it ends the session, for it was copied.
 * Throws UNAUTHENTICATED.
 */
export async function refreshTokens(ctx: RequestInfo, input: { refreshToken: string }): Promise<TokenPair> {
  const claims = await readToken(input.refreshToken, "refresh");
  const authenticated = claims && (await authenticateClaims(claims, ctx));
  if (!authenticated || authenticated.state === "late") throw new AppError("UNAUTHENTICATED");
  const { session, state } = authenticated;
  const generation =
    state === "superseded" ? session.generation : await rotateToken(session.id, session.generation);
  return tokenPair({ sessionId: session.id, expiresAt: session.expiresAt }, generation);
}
