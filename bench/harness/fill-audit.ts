import { setTimeout as delay } from "node:timers/promises";
import type postgres from "postgres";

/** So many entries are of a rare action, and as many from one network, however many there are in all: more than a page. */
const rare = 60;

/**
 * Adds audit entries until there are `wanted`: of two years, by a thousand people, mostly sign-ins, some approvals, few
 * deletions. Waits until the product has taken all of them into its chain, which it does by itself.
 */
export async function fillAudit(
  sql: ReturnType<typeof postgres>,
  wanted: number,
  say: (text: string) => void,
): Promise<void> {
  const [held] = await sql<{ count: number }[]>`select count(*)::int as count from audit_entries`;
  const missing = wanted - (held?.count ?? 0);
  if (missing > 0) {
    say(`adding ${missing.toLocaleString("en")} audit entries`);
    const every = Math.max(2, Math.floor(missing / rare));
    await sql`
      insert into audit_entries
        (at, action, actor_id, session_id, ip, user_agent, request_id, target_type, target_id, before, after, reason)
      select now() - (${missing}::int - n) * interval '730 days' / ${missing}::int,
        case when n % ${every}::int = 0 then 'conversation.deleted' when n % 10 = 0 then 'user.approved' else 'session.started' end,
        people.ids[1 + n % cardinality(people.ids)], md5((n / 20)::text)::uuid,
        case when n % ${every}::int = 1 then '10.9.33.' || n % 16
          else '10.' || n % 4 || '.' || n % 250 || '.' || n % 199 end::inet, 'bench', 'request-' || n,
        'user', people.ids[1 + n % 997 % cardinality(people.ids)]::text, jsonb_build_object('status', 'pending'),
        jsonb_build_object('status', 'active', 'note', 'word' || n % 20000),
        case when n % 7 = 0 then 'asked for by mail' end
      from generate_series(1, ${missing}::int) as n,
        (select array(select id from users order by username limit 1000) as ids) as people`;
    await sql`vacuum analyze audit_entries`;
  }
  for (;;) {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from audit_unsealed`;
    const left = row?.count ?? 0;
    if (left < 10) return;
    say(`${left.toLocaleString("en")} entries wait to be sealed`);
    await delay(5_000);
  }
}
