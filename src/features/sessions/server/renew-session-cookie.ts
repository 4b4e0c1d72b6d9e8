import { getSetting } from "@/features/settings/server/get-settings";
import { setSessionCookie } from "@/server/auth/session-cookie";
import { mintToken } from "@/server/auth/session-token";
import { authenticate, type Credentials } from "./authenticate";
import { rotateToken } from "./rotate-token";

/**
 * The `Set-Cookie` value with which to answer a browser whose token is due for rotation, or that may not
 * have received its last one. Null when it keeps the token that it has.
 */
export async function renewSessionCookie(credentials: Credentials): Promise<string | null> {
  const authenticated = await authenticate({ ...credentials, authorization: null });
  if (!authenticated) return null;
  const { session, claims, state } = authenticated;
  const generation =
    state === "superseded"
      ? session.generation
      : state === "current" && (await isDue(session.rotatedAt))
        ? await rotateToken(session.id, claims.gen)
        : null;
  if (generation === null) return null;
  const lifetime = (session.expiresAt.getTime() - Date.now()) / 1000;
  const token = await mintToken({ sid: session.id, gen: generation, use: "browser" }, lifetime);
  return setSessionCookie(token, session.expiresAt);
}

async function isDue(rotatedAt: Date): Promise<boolean> {
  return Date.now() - rotatedAt.getTime() > (await getSetting("tokenRotationMinutes")) * 60_000;
}
