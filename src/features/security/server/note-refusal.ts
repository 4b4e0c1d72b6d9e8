import { sql } from "drizzle-orm";
import { transaction } from "@/server/db/transaction";
import { countLater } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import type { RateLimitRule } from "../rate-limit-rules";
import { announceRefusals } from "./announce-security-change";

export type RefusalScope = "person" | "address" | "subnet";

/** Notes that a rate limit refused somebody, for the console, whose pages are told when it is written down. */
export function noteRefusal(rule: RateLimitRule, scope: RefusalScope, key: string) {
  countLater("rate-limit-refusals", JSON.stringify([rule, scope, key]), writeRefusals);
}

function writeRefusals(counts: Map<string, number>): Promise<void> {
  const rows = [...counts].map(([entry, times]) => {
    const [rule, scope, key] = JSON.parse(entry) as [string, RefusalScope, string];
    const isPerson = scope === "person";
    return { rule, scope, times, user_id: isPerson ? key : null, network: isPerson ? null : key };
  });
  return transaction(systemContext(), async (tx) => {
    announceRefusals(tx);
    await tx.db.execute(sql`
    insert into rate_limit_refusals (hour, rule, scope, user_id, network, times)
    select date_trunc('hour', now()), rule, scope, user_id, network, times
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as counted (rule text, scope text, user_id uuid, network inet, times integer)
    where user_id is null or exists (select from users where users.id = counted.user_id)
    on conflict on constraint rate_limit_refusals_key
      do update set times = rate_limit_refusals.times + excluded.times, last_at = now()`);
  });
}
