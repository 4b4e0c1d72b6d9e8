/** The wait after the first failure that costs something, in seconds; each further one doubles it. */
const firstWaitSeconds = 15;

/** Wrong passwords from one address, for whatever accounts, before waiting begins: several people may share it. */
export const freeFailuresOfAddress = 25;

/** How many seconds to wait after so many failures. */
export function waitAfterFailures(failures: number, free: number, longestMinutes: number): number {
  if (failures < free) return 0;
  return Math.min(longestMinutes * 60, firstWaitSeconds * 2 ** Math.min(failures - free, 20));
}
