import type { ErrorCode } from "@/lib/error-codes";

/** Why a form was not taken: the server's refusal, or that no answer came at all. */
export type FormRefusal = ErrorCode | "UNREACHABLE";

/** What sending a form came to: done, or the refusal. */
export type FormOutcome =
  | { ok: true }
  | { ok: false; code: FormRefusal; details?: Record<string, string | number>; requestId?: string | null };
