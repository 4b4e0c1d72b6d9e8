import { getSetting } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { countEvent } from "@/server/rate-limit/rate-limiter";
import { recordSecurityEvent } from "./record-security-event";

/** Counts a request for what only scanners ask for; more than a few of them within a minute are an event. */
export async function watchProbe(ctx: Context): Promise<void> {
  if (!ctx.ip) return;
  const allowed = await getSetting("probesPerMinute");
  if ((await countEvent("probes", ctx.ip, { allowed, seconds: 60 })) === 0) return;
  await recordSecurityEvent(ctx, { kind: "address.scanned", subject: ctx.ip });
}
