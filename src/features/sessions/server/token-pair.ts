import { mintToken } from "@/server/auth/session-token";
import type { TokenPair } from "../dto";

/** How long an API client may use an access token before it asks for the next pair. */
const accessSeconds = 15 * 60;

/** The tokens of one generation of an API client's session. */
export async function tokenPair(
  session: { sessionId: string; expiresAt: Date },
  generation: number,
): Promise<TokenPair> {
  const { sessionId: sid, expiresAt } = session;
  const left = (expiresAt.getTime() - Date.now()) / 1000;
  const expiresIn = Math.floor(Math.min(accessSeconds, left));
  const [accessToken, refreshToken] = await Promise.all([
    mintToken({ sid, gen: generation, use: "access" }, expiresIn),
    mintToken({ sid, gen: generation, use: "refresh" }, left),
  ]);
  return { tokenType: "Bearer", accessToken, expiresIn, refreshToken };
}
