import { TRPCClientError } from "@trpc/client";
import type { ErrorCode } from "@/lib/error-codes";
import type { AppRouter } from "./root";

export type Refusal = {
  code: ErrorCode;
  details: Record<string, string | number>;
  requestId: string | null;
};

/** Why the server said no; null when it could not be reached and so said nothing. */
export function refusalOf(error: unknown): Refusal | null {
  const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
  return data ? { code: data.appCode, details: data.details, requestId: data.requestId } : null;
}
