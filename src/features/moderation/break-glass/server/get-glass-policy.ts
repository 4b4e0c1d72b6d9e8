import { getSettings } from "@/features/settings/server/get-settings";
import type { GlassPolicy } from "../dto";

/** What the instance's rules say of reading private conversations. */
export async function getGlassPolicy(): Promise<GlassPolicy> {
  const { breakGlassNeedsSecondAdmin, breakGlassTellsOwners } = await getSettings();
  return { needsSecondAdmin: breakGlassNeedsSecondAdmin, tellsOwners: breakGlassTellsOwners };
}
