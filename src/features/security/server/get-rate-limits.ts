import { desc, eq, gt, sql, sum } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import { database } from "@/server/db/client";
import { rateLimitRefusals } from "@/server/db/schema/security";
import { users } from "@/server/db/schema/users";
import { rateLimitStore } from "@/server/rate-limit/rate-limiter";
import type { RateLimitOverview } from "../dto";
import { type RateLimitRule, rateLimitRules } from "../rate-limit-rules";

/** Most refusals that the overview lists. */
const limit = 50;

/** Every rate limit as it is in force, with whom it held back within a day. */
export async function getRateLimits(): Promise<RateLimitOverview> {
  const { db } = database();
  const withinADay = gt(rateLimitRefusals.lastAt, sql`now() - interval '1 day'`);
  const [settings, sums, rows] = await Promise.all([
    getSettings(),
    db
      .select({ rule: rateLimitRefusals.rule, times: sum(rateLimitRefusals.times).mapWith(Number) })
      .from(rateLimitRefusals)
      .where(withinADay)
      .groupBy(rateLimitRefusals.rule),
    db
      .select({
        refusal: rateLimitRefusals,
        person: { id: users.id, username: users.username, displayName: users.displayName },
      })
      .from(rateLimitRefusals)
      .leftJoin(users, eq(users.id, rateLimitRefusals.userId))
      .where(withinADay)
      .orderBy(desc(rateLimitRefusals.lastAt), desc(rateLimitRefusals.id))
      .limit(limit),
  ]);
  const refused = new Map(sums.map(({ rule, times }) => [rule, times]));
  return {
    store: await rateLimitStore(),
    rules: Object.entries(rateLimitRules).map(([rule, { setting, seconds }]) => ({
      rule: rule as RateLimitRule,
      allowed: settings[setting],
      seconds,
      refusals: refused.get(rule) ?? 0,
    })),
    refusals: rows.map(({ refusal, person }) => ({
      id: refusal.id,
      rule: refusal.rule as RateLimitRule,
      scope: refusal.scope,
      person,
      network: refusal.network,
      times: refusal.times,
      lastAt: refusal.lastAt.toISOString(),
    })),
  };
}
