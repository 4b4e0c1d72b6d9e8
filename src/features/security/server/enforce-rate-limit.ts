import { getSetting } from "@/features/settings/server/get-settings";
import type { Context } from "@/server/context";
import { subnetOf } from "@/server/http/subnet-of";
import { rateLimited } from "@/server/rate-limit/rate-limited";
import { countEvent } from "@/server/rate-limit/rate-limiter";
import { type RateLimitRule, rateLimitRules, subnetFactor } from "../rate-limit-rules";
import { noteRefusal, type RefusalScope } from "./note-refusal";

/**
 * Counts one event of a rule for whoever `ctx` is. Throws RATE_LIMITED with the seconds to wait.
 * Work without a network address (jobs, commands) is not counted by address.
 */
export async function enforceRateLimit(rule: RateLimitRule, ctx: Context): Promise<void> {
  const { setting, seconds } = rateLimitRules[rule];
  const allowed = await getSetting(setting);
  const waits = await Promise.all(
    countersOf(rule, ctx).map(async ({ scope, key, factor }) => {
      const wait = await countEvent(`${rule}.${scope}`, key, { allowed: allowed * factor, seconds });
      if (wait > 0) noteRefusal(rule, scope, key);
      return wait;
    }),
  );
  const wait = Math.max(0, ...waits);
  if (wait > 0) throw rateLimited(wait);
}

type Counter = { scope: RefusalScope; key: string; factor: number };

function countersOf(rule: RateLimitRule, { actor, ip }: Context): Counter[] {
  const by: readonly string[] = rateLimitRules[rule].by;
  if (by.includes("person") && actor) return [{ scope: "person", key: actor.id, factor: 1 }];
  const subnet = ip && subnetOf(ip);
  if (!by.includes("address") || !ip || !subnet) return [];
  return [
    { scope: "address", key: ip, factor: 1 },
    { scope: "subnet", key: subnet, factor: subnetFactor },
  ];
}
