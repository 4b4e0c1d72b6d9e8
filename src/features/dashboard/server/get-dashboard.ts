import { listEntries } from "@/features/audit-log/server/list-entries";
import { can } from "@/lib/permissions";
import type { ActorContext } from "@/server/context";
import type { Dashboard } from "../dto";
import { checkHealth } from "./check-health";
import { countMatters } from "./count-matters";
import { feelPulse } from "./feel-pulse";

const shownEntries = 8;

/** The instance at one glance, as much of it as the actor's role may see. All of it is read at once. */
export async function getDashboard(ctx: ActorContext): Promise<Dashboard> {
  const [matters, pulse, health, audit] = await Promise.all([
    countMatters(ctx),
    feelPulse(),
    can(ctx.actor, "health.view") ? checkHealth() : null,
    can(ctx.actor, "audit.view") ? listEntries({ filter: {}, limit: shownEntries }) : null,
  ]);
  return { matters, pulse, health, audit: audit?.entries ?? null };
}
