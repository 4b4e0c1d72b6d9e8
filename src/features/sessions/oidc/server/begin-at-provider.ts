import { enforceRateLimit } from "@/features/security/server/enforce-rate-limit";
import { getSetting } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";
import { oidcConfiguration } from "@/server/auth/oidc-configuration";
import type { Context } from "@/server/context";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { type AskedOfNextAuth, callNextAuth } from "../../server/call-next-auth";
import { nextAuthOptions } from "../../server/next-auth-options";

/**
 * Answers a browser that wants to sign in at the provider: `{ url }`, where it is to go, and the cookies that make what
 * comes back this browser's. Refusals: NOT_FOUND without a provider, RATE_LIMITED, BAD_ORIGIN for a form that is not ours, PROVIDER_UNREACHABLE.
 */
export async function beginAtProvider(
  ctx: Context,
  request: Request,
  asked: AskedOfNextAuth,
): Promise<Response> {
  if (request.method !== "POST") return new Response(null, { status: 404 });
  try {
    if (!oidcConfiguration()) throw new AppError("NOT_FOUND");
    await enforceRateLimit("signIn", { ...ctx, actor: null });
    const options = nextAuthOptions(ctx, {
      lifetimeDays: await getSetting("sessionMaximumDays"),
      onRefusal: () => {},
    });
    // Nothing of what is asked of the provider comes from the request.
    const form = { ...asked.form, json: "true" };
    const answer = await callNextAuth(request, { ...asked, form, query: {} }, options);
    const { url } = (await answer.clone().json()) as { url?: string };
    const ours = url && new URL(url, request.url).pathname.startsWith("/api/auth/");
    if (!url || ours) throw new AppError(url?.includes("csrf") ? "BAD_ORIGIN" : "PROVIDER_UNREACHABLE");
    return answer;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details } = error;
    const wait = retryAfter(error);
    return Response.json(
      { code, details },
      { status: wait > 0 ? 429 : 502, headers: wait > 0 ? { "retry-after": String(wait) } : {} },
    );
  }
}
