import { AppError } from "@/server/app-error";

const oneYearMs = 366 * 86_400_000;

/** Throws SEND_TIME_INVALID unless the time is yet to come and within a year. */
export function requireSendTime(sendAt: string): Date {
  const wait = Date.parse(sendAt) - Date.now();
  if (wait <= 0 || wait > oneYearMs) throw new AppError("SEND_TIME_INVALID");
  return new Date(sendAt);
}
