import { can } from "@/lib/permissions";
import { AppError } from "@/server/app-error";
import type { Actor } from "@/server/context";
import { getSettings, maintenanceOf } from "./get-settings";

/** When to ask again where nobody has said how long it takes, and the least and the most otherwise, in seconds. */
const retry = { unknown: 300, least: 30, most: 3_600 };

/** Seconds after which somebody may ask again; null for whom the instance is open: for all, or for its administrators. */
export async function closedFor(actor: Actor | null): Promise<number | null> {
  const maintenance = maintenanceOf(await getSettings());
  if (!maintenance || (actor && can(actor, "settings.manage"))) return null;
  if (!maintenance.until) return retry.unknown;
  const seconds = Math.ceil((Date.parse(maintenance.until) - Date.now()) / 1000);
  return Math.min(retry.most, Math.max(retry.least, seconds));
}

/** Throws MAINTENANCE, with the seconds to wait, for everybody but administrators while the instance is closed. */
export async function requireOpen(actor: Actor | null): Promise<void> {
  const seconds = await closedFor(actor);
  if (seconds !== null) throw new AppError("MAINTENANCE", { seconds });
}
