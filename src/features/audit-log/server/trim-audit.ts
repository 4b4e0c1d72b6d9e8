import { getSetting } from "@/features/settings/server/get-settings";
import { trimEntries } from "@/server/audit/trim-entries";
import type { Context } from "@/server/context";

/** The job that removes what is older than the retention that the settings name. */
export async function trimAudit(ctx: Context): Promise<{ removed: number }> {
  const days = await getSetting("auditRetentionDays");
  return { removed: await trimEntries(ctx, new Date(Date.now() - days * 86_400_000)) };
}
