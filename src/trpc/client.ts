import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import type { FormOutcome } from "@/components/form-outcome";
import type { AppRouter } from "./root";

/** Procedures without React's cache, for pages that only send a form. */
export const trpcClient = createTRPCClient<AppRouter>({ links: [httpLink({ url: "/api/trpc" })] });

/** Sends a form through a procedure and tells the form what came of it. */
export async function submitted(call: Promise<unknown>): Promise<FormOutcome> {
  try {
    await call;
    return { ok: true };
  } catch (error) {
    const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
    if (!data) return { ok: false, code: "INTERNAL" };
    return { ok: false, code: data.appCode, details: data.details, requestId: data.requestId };
  }
}
