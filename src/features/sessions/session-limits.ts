import type { Settings } from "@/features/settings/dto";

export type SessionLimits = Pick<Settings, "sessionIdleHours" | "sessionMaximumDays">;

const hourMs = 3_600_000;

/** Whether a session is neither too old nor unused for too long. */
export function isWithinLimits(
  session: { createdAt: Date; lastUsedAt: Date },
  limits: SessionLimits,
  now: number,
): boolean {
  const { createdAt, lastUsedAt } = session;
  return (
    now - lastUsedAt.getTime() < limits.sessionIdleHours * hourMs &&
    now - createdAt.getTime() < limits.sessionMaximumDays * 24 * hourMs
  );
}
