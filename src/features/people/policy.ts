import type { UserStatus } from "@/features/users/dto";

/** What an administrator can make of an account, and from where. */
export const statusChanges = {
  suspend: { from: ["active"], to: "suspended" },
  ban: { from: ["active", "suspended"], to: "banned" },
  reactivate: { from: ["suspended", "banned"], to: "active" },
} as const satisfies Record<string, { from: readonly UserStatus[]; to: UserStatus }>;
export type StatusChange = keyof typeof statusChanges;

/** Whether an account in this state can be changed so. */
export const canChangeStatus = (status: UserStatus, change: StatusChange) =>
  (statusChanges[change].from as readonly UserStatus[]).includes(status);
