import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { getSetting } from "@/features/settings/server/get-settings";
import { localPath } from "@/lib/local-path";
import { AppError } from "@/server/app-error";
import { cookieOf, sessionCookieOptions } from "@/server/auth/session-cookie";
import type { Context } from "@/server/context";
import { env } from "@/server/env";
import { takeChallenge } from "../../server/auth-challenges";
import { newBrowserSecret } from "../../server/browser-secret";
import { type AskedOfNextAuth, callNextAuth } from "../../server/call-next-auth";
import { nextAuthOptions } from "../../server/next-auth-options";
import type { StartedSession } from "../../server/start-session";
import type { OidcClaims } from "../claims";
import { linkIdentity } from "./link-identity";
import { refusalCookie } from "./refusal-cookie";
import { signInWithOidc } from "./sign-in-with-oidc";

/** Where somebody finds what they wanted to change. */
const linkPage = "/account/security";

/**
 * Answers a browser that comes back from the provider: signs it in or, where the person has just asked for it, links
 * the identity to their account, and sends it on. Whoever is refused is told why on the page where they began.
 */
export async function returnFromProvider(
  ctx: Context,
  request: Request,
  asked: AskedOfNextAuth,
): Promise<Response> {
  const linker = await linkerOf(ctx);
  const browser = newBrowserSecret("provider");
  let refusal: AppError | undefined;
  let done = false;
  const onIdentity = async (claims: OidcClaims): Promise<StartedSession | null> => {
    const started = linker ? null : await signInWithOidc(ctx, claims, browser.secret);
    if (linker) await linkIdentity(linker, claims);
    done = true;
    return started;
  };
  const options = nextAuthOptions(ctx, {
    lifetimeDays: await getSetting("sessionMaximumDays"),
    onRefusal: (code) => {
      refusal = code;
    },
    onIdentity,
  });
  const limit = await enforceRateLimit("signIn", { ...ctx, actor: null }).catch((error: unknown) => error);
  if (limit instanceof AppError) refusal = limit;
  const answer = limit ? new Response() : await callNextAuth(request, asked, options);
  if (done) return linker ? sentTo(linkPage, answer) : answer;
  refusal ??= new AppError(asked.query.error === "access_denied" ? "PROVIDER_CANCELLED" : "PROVIDER_FAILED");
  if (linker) return sentTo(`${linkPage}?refused`, answer, refusalCookie(refusal));
  const next = `next=${encodeURIComponent(targetOf(request))}`;
  if (refusal.code === "ACCOUNT_PENDING") return sentTo("/awaiting-approval", answer);
  if (refusal.code !== "SECOND_FACTOR_MISSING")
    return sentTo(`/sign-in?refused&${next}`, answer, refusalCookie(refusal));
  const factor = Number(refusal.details.totp) > 0 ? "app" : "passkey";
  return sentTo(`/sign-in?code=${factor}&${next}`, answer, browser.cookie);
}

/** The actor, if what the provider says now is to be linked to them: they asked for it, and it counts once. */
async function linkerOf(ctx: Context) {
  const { actor, sessionId } = ctx;
  const asked = actor && (await takeChallenge("provider_link", { userId: actor.id, sessionId }));
  return actor && asked ? { ...ctx, actor } : null;
}

/** Sends a browser on, with what next-auth wants forgotten or remembered. */
function sentTo(path: string, { headers: given }: Response, cookie?: string): Response {
  const headers = new Headers({ location: env().APP_URL + path });
  for (const each of [...given.getSetCookie(), ...(cookie ? [cookie] : [])])
    headers.append("set-cookie", each);
  return new Response(null, { status: 302, headers });
}

/** The page of ours that was wanted, as next-auth's cookie remembers it. */
function targetOf(request: Request): string {
  const prefix = sessionCookieOptions().secure ? "__Secure-" : "";
  const value = cookieOf(request.headers.get("cookie"), `${prefix}next-auth.callback-url`) ?? "";
  try {
    const url = new URL(decodeURIComponent(value));
    return url.origin === env().APP_URL ? localPath(url.pathname + url.search, "/") : "/";
  } catch {
    return "/";
  }
}
