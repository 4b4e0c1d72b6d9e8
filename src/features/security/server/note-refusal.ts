import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { countLater } from "@/server/tally";
import type { RateLimitRule } from "../rate-limit-rules";

export type RefusalScope = "person" | "address" | "subnet";

/** Notes that a rate limit refused somebody, for the console. */
export function noteRefusal(rule: RateLimitRule, scope: RefusalScope, key: string) {
  countLater("rate-limit-refusals", JSON.stringify([rule, scope, key]), writeRefusals);
}

function writeRefusals(counts: Map<string, number>) {
  const rows = [...counts].map(([entry, times]) => {
    const [rule, scope, key] = JSON.parse(entry) as [string, RefusalScope, string];
    const isPerson = scope === "person";
    return { rule, scope, times, user_id: isPerson ? key : null, network: isPerson ? null : key };
  });
  return database().db.execute(sql`
    insert into rate_limit_refusals (hour, rule, scope, user_id, network, times)
    select date_trunc('hour', now()), rule, scope, user_id, network, times
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as counted (rule text, scope text, user_id uuid, network inet, times integer)
    where user_id is null or exists (select from users where users.id = counted.user_id)
    on conflict on constraint rate_limit_refusals_key
      do update set times = rate_limit_refusals.times + excluded.times, last_at = now()`);
}
