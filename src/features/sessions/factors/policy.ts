import type { Settings } from "@/features/settings/dto";
import type { UserRole } from "@/features/users/dto";

type Demands = Pick<Settings, "secondFactorForAdmins" | "secondFactorForModerators" | "secondFactorForUsers">;

/** Whether the instance demands a second factor of people in this role. */
export function needsSecondFactor(role: UserRole, demands: Demands): boolean {
  if (role === "admin") return demands.secondFactorForAdmins;
  if (role === "moderator") return demands.secondFactorForModerators;
  return demands.secondFactorForUsers;
}
