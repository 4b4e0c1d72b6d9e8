import NextAuth from "next-auth";
import { getSetting } from "@/features/settings/server/get-settings";
import type { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { browserSecretOf } from "../passkeys/server/browser-secret";
import { nextAuthOptions } from "./next-auth-options";

/** Answers what is asked of next-auth. A refusal that names a wait becomes 429 with `Retry-After`. */
export async function answerNextAuth(
  ctx: Context,
  request: Request,
  params: { nextauth: string[] },
): Promise<Response> {
  // It would hand the token out again, also one that was replaced meanwhile.
  if (params.nextauth[0] === "session") return new Response(null, { status: 404 });
  const refusals: AppError[] = [];
  const options = nextAuthOptions(ctx, {
    lifetimeDays: await getSetting("sessionMaximumDays"),
    browserSecret: browserSecretOf(request.headers.get("cookie")),
    onRefusal: (refusal) => refusals.push(refusal),
  });
  const answer: Response = await NextAuth(request as never, { params } as never, options);
  const [refusal] = refusals;
  if (!refusal || !answer.headers.get("content-type")?.includes("json")) return answer;
  const { url } = await answer.json();
  const wait = retryAfter(refusal);
  return Response.json(
    { url, code: refusal.code, details: refusal.details },
    { status: wait > 0 ? 429 : 401, headers: wait > 0 ? { "retry-after": String(wait) } : {} },
  );
}
