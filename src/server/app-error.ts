import type { ErrorCode } from "@/lib/error-codes";

/** An expected refusal. Translated once, at the edge, to tRPC's and HTTP's shapes. */
export class AppError extends Error {
  /** @param details values that the refusal's text names, e.g. `{ maximum: 8000 }` */
  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, string | number> = {},
  ) {
    super(code);
    this.name = "AppError";
  }
}
