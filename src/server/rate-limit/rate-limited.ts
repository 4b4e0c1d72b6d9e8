import { AppError } from "@/server/app-error";

/** The refusal of something done too often; its text names the wait in seconds or, if long, in minutes. */
export function rateLimited(seconds: number): AppError {
  return new AppError("RATE_LIMITED", { seconds, minutes: seconds < 120 ? 0 : Math.ceil(seconds / 60) });
}

/** The `Retry-After` of a refusal, in seconds; 0 when waiting does not help. */
export function retryAfter(refusal: AppError): number {
  return refusal.code === "RATE_LIMITED" || refusal.code === "MAINTENANCE"
    ? Number(refusal.details.seconds)
    : 0;
}
