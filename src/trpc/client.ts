import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import type { FormOutcome } from "@/components/form-outcome";
import type { AppRouter } from "./root";

/**
 * Procedures without React's cache, for pages that only send a form. In batches of one: what has no input is sent with
 * an empty body otherwise, which the server's JSON parser refuses.
 */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/api/trpc", maxItems: 1 })],
});

/** Sends a form through a procedure and tells the form what came of it. */
export async function submitted(call: Promise<unknown>): Promise<FormOutcome> {
  try {
    await call;
    return { ok: true };
  } catch (error) {
    const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
    if (!data) return { ok: false, code: "UNREACHABLE" };
    return { ok: false, code: data.appCode, details: data.details, requestId: data.requestId };
  }
}
