import { can } from "@/lib/permissions";
import type { Settings } from "../dto";
import { needsSecondFactor } from "../second-factor-demand";
import type { Connected } from "./close-sockets";

/** Who may do nothing any more since a change of settings; null where it shuts nobody out. */
export function shutOutBy(before: Settings, after: Settings): ((person: Connected) => boolean) | null {
  const closed = after.maintenanceMode && !before.maintenanceMode;
  const demanding = (["admin", "moderator", "user"] as const).filter(
    (role) => needsSecondFactor(role, after) && !needsSecondFactor(role, before),
  );
  if (!closed && demanding.length === 0) return null;
  return (person) =>
    (closed && !can(person, "settings.manage")) ||
    (demanding.includes(person.role) && !person.hasSecondFactor);
}
