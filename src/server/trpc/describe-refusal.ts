import { ZodError, z } from "zod";
import type { ErrorCode } from "@/lib/error-codes";
import { AppError } from "@/server/app-error";

/** What everybody is told of a refusal, by whichever door they came. */
export type Refusal = {
  code: ErrorCode;
  details: Record<string, string | number>;
  issues: z.core.$ZodFlattenedError<unknown> | null;
  requestId: string | null;
};

/** Describes an error: an expected refusal by its code, wrong input by what is wrong, all else as `otherwise`. */
export function describeRefusal(
  error: unknown,
  requestId: string | null,
  otherwise: ErrorCode = "INTERNAL",
): Refusal {
  if (error instanceof AppError) return { code: error.code, details: error.details, issues: null, requestId };
  if (error instanceof ZodError)
    return { code: "BAD_INPUT", details: {}, issues: z.flattenError(error), requestId };
  return { code: otherwise, details: {}, issues: null, requestId };
}
