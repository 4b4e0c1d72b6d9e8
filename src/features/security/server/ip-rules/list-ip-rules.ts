import { and, desc, eq, lt } from "drizzle-orm";
import type { NamedPerson } from "@/lib/erased";
import { database } from "@/server/db/client";
import { ipRules } from "@/server/db/schema/security";
import { users } from "@/server/db/schema/users";
import type { IpRule, IpRulePage } from "../../dto";
import type { ListIpRulesInput } from "../../input";
import { matchIpRules } from "./match-ip-rules";

/** Address rules, the newest first, expired ones among them, one keyset page at a time. */
export async function listIpRules(input: ListIpRulesInput): Promise<IpRulePage> {
  const rows = await listIpRulesQuery(input);
  const rules = rows.slice(0, input.limit).map(toIpRule);
  return { rules, nextCursor: rows.length > input.limit ? (rules.at(-1)?.id ?? null) : null };
}

/** The statement of `listIpRules`: one row more than the page holds, if there are more. */
export function listIpRulesQuery({ cursor, limit, ...filter }: ListIpRulesInput) {
  return database()
    .db.select(ipRuleColumns)
    .from(ipRules)
    .leftJoin(users, eq(users.id, ipRules.createdBy))
    .where(and(matchIpRules(filter), cursor ? lt(ipRules.id, cursor) : undefined))
    .orderBy(desc(ipRules.id))
    .limit(limit + 1);
}

export const ipRuleColumns = {
  rule: ipRules,
  createdBy: { id: users.id, username: users.username, displayName: users.displayName },
};

type Row = {
  rule: typeof ipRules.$inferSelect;
  createdBy: NamedPerson | null;
};

export function toIpRule({ rule, createdBy }: Row): IpRule {
  const { id, kind, network, reason, automatic, hits, createdAt, expiresAt, lastHitAt } = rule;
  return {
    ...{ id, kind, network, reason, automatic, createdBy, hits },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    expired: expiresAt !== null && expiresAt.getTime() <= Date.now(),
    lastHitAt: lastHitAt?.toISOString() ?? null,
  };
}
