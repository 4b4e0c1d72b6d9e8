import { AppError } from "@/server/app-error";
import type { Context } from "@/server/context";
import { retryAfter } from "@/server/rate-limit/rate-limited";
import { newBrowserSecret } from "../../server/browser-secret";
import { beginPasskeySignIn } from "./begin-passkey-sign-in";

/** Answers a browser that wants to sign in with a passkey: what to sign, and the cookie that makes it this browser's. */
export async function answerPasskeyRequest(ctx: Context): Promise<Response> {
  const { secret, cookie } = newBrowserSecret("passkey");
  try {
    const options = await beginPasskeySignIn(ctx, secret);
    return Response.json(options, { headers: { "set-cookie": cookie } });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details } = error;
    return Response.json(
      { code, details },
      { status: 429, headers: { "retry-after": String(retryAfter(error)) } },
    );
  }
}
