import type { Role } from "@/lib/permissions";
import type { Settings } from "./dto";

type Demands = Pick<Settings, "secondFactorForAdmins" | "secondFactorForModerators" | "secondFactorForUsers">;

/** Whether the instance demands a second factor of people in this role. */
export function needsSecondFactor(role: Role, demands: Demands): boolean {
  if (role === "admin") return demands.secondFactorForAdmins;
  if (role === "moderator") return demands.secondFactorForModerators;
  return demands.secondFactorForUsers;
}
