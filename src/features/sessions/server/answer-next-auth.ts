import { getSetting } from "@/features/settings/server/get-settings";
import type { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { oidcProviderId } from "../oidc/claims";
import { beginAtProvider } from "../oidc/server/begin-at-provider";
import { returnFromProvider } from "../oidc/server/return-from-provider";
import { browserSecretOf } from "./browser-secret";
import { callNextAuth, parseNextAuth } from "./call-next-auth";
import { nextAuthOptions } from "./next-auth-options";

/** What of next-auth is in use; its session would hand the token out again, also one that was replaced meanwhile. */
const open = ["csrf", "signin", "callback", "signout", "error"];

/** Answers what is asked of next-auth. A refusal that names a wait becomes 429 with `Retry-After`. */
export async function answerNextAuth(
  ctx: Context,
  request: Request,
  params: { nextauth: string[] },
): Promise<Response> {
  const [action = "", provider] = params.nextauth;
  if (!open.includes(action)) return new Response(null, { status: 404 });
  const asked = await parseNextAuth(request, params.nextauth);
  if (provider === oidcProviderId && action === "signin") return beginAtProvider(ctx, request, asked);
  if (provider === oidcProviderId && action === "callback") return returnFromProvider(ctx, request, asked);
  const refusals: AppError[] = [];
  const cookies = request.headers.get("cookie");
  const options = nextAuthOptions(ctx, {
    lifetimeDays: await getSetting("sessionMaximumDays"),
    passkeySecret: browserSecretOf(cookies, "passkey"),
    providerSecret: browserSecretOf(cookies, "provider"),
    onRefusal: (refusal) => refusals.push(refusal),
  });
  const answer = await callNextAuth(request, asked, options);
  const [refusal] = refusals;
  return refusal && request.method === "POST" ? refused(refusal, await answer.json()) : answer;
}

function refused(refusal: AppError, { url }: { url: string }): Response {
  const wait = retryAfter(refusal);
  return Response.json(
    { url, code: refusal.code, details: refusal.details },
    { status: wait > 0 ? 429 : 401, headers: wait > 0 ? { "retry-after": String(wait) } : {} },
  );
}
