import type { ErrorCode } from "@/lib/error-codes";

/** What sending a form came to: done, or the refusal. */
export type FormOutcome =
  | { ok: true }
  | { ok: false; code: ErrorCode; details?: Record<string, string | number>; requestId?: string | null };
