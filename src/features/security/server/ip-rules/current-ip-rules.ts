import { count, gt, isNull, max, or, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { database, type Queryable } from "@/server/db/client";
import { ipRules } from "@/server/db/schema/security";
import { log } from "@/server/log/log";
import { processSingleton } from "@/server/process-singleton";
import { compileIpRules, type IpRuleEntry, type Verdict } from "./compile-ip-rules";

/** How old a process's rules may be: together with reading them, well under two seconds. */
const cacheMs = 1_000;

type Held = {
  judge: (ip: string, now: number) => Verdict;
  verdicts: LRUCache<string, Verdict>;
  version: string | null;
  checkedAt: number;
  checking: Promise<void> | null;
};

const held = () =>
  processSingleton(
    "ip-rules",
    (): Held => ({
      judge: compileIpRules([]),
      verdicts: new LRUCache({ max: 20_000, ttl: 2_000 }),
      version: null,
      checkedAt: Number.NEGATIVE_INFINITY,
      checking: null,
    }),
  );

/**
 * What the rules say of an address. Asks the database once a second at most, and reads the rules only when
 * they have changed; while it is away, the rules that were read last stand.
 */
export async function judgeAddress(ip: string): Promise<Verdict> {
  const rules = held();
  if (performance.now() - rules.checkedAt >= cacheMs) {
    rules.checking ??= refresh(rules).finally(() => {
      rules.checking = null;
    });
    await rules.checking;
  }
  const known = rules.verdicts.get(ip);
  if (known) return known;
  const verdict = rules.judge(ip, Date.now());
  rules.verdicts.set(ip, verdict);
  return verdict;
}

/** Makes this process read the rules anew: call after a change. */
export function forgetIpRules() {
  held().checkedAt = Number.NEGATIVE_INFINITY;
}

/** Every rule that has not expired. */
export async function readIpRules(db: Queryable): Promise<IpRuleEntry[]> {
  const rows = await db
    .select({
      id: ipRules.id,
      network: ipRules.network,
      kind: ipRules.kind,
      expiresAt: ipRules.expiresAt,
    })
    .from(ipRules)
    .where(or(isNull(ipRules.expiresAt), gt(ipRules.expiresAt, sql`now()`)));
  return rows.map(({ expiresAt, ...rule }) => ({ ...rule, expiresAt: expiresAt?.getTime() ?? null }));
}

async function refresh(rules: Held): Promise<void> {
  try {
    const { db } = database();
    const [row] = await db.select({ rules: count(), changed: max(ipRules.changedAt) }).from(ipRules);
    const version = `${row?.rules} ${row?.changed?.getTime()}`;
    if (version !== rules.version) {
      rules.judge = compileIpRules(await readIpRules(db));
      rules.verdicts.clear();
      rules.version = version;
    }
  } catch (err) {
    log().warn({ err }, "the address rules could not be read");
  }
  rules.checkedAt = performance.now();
}
