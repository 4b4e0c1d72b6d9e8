import { type SQL, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { asTextQuery, type TextCondition } from "./message-filter";

export type ExpectedRows = {
  /** The share of all messages that an index of their own lists, and that are looked through; 1: there is none. */
  listed: number;
  /** The share of those that meets the conditions, more than 0, at most 1. */
  share: number;
  /** What the text index is asked for, and what that costs in rows read; null: there is nothing to ask it for. */
  indexed: { by: SQL; rows: number } | null;
};

/** Going through an entry of the text index costs so many rows read. */
const entryCost = 1 / 50;
/** So many entries are kept one by one while they are compared with another word's. */
const mostEntries = 100_000;

/** How many messages the planner expects to meet text conditions, from its statistics. */
export async function expectRows(conditions: TextCondition[]): Promise<ExpectedRows> {
  if (conditions.length === 0) return { listed: 1, share: 1, indexed: null };
  const [all, ...rows] = await Promise.all([
    expected(sql`true`),
    ...conditions.map(({ query }) => expected(sql`search_vector @@ ${query}`)),
  ]);
  const counted = conditions.map((condition, i) => ({ ...condition, rows: Math.min(rows[i] ?? all, all) }));
  const shareOf = (those: typeof counted) => {
    const shares = those.map(({ negated, rows }) => (negated ? all - rows : rows) / all);
    return Math.max(
      1 / all,
      shares.reduce((product, each) => product * each, 1),
    );
  };
  return {
    listed: shareOf(counted.filter(({ isListed }) => isListed)),
    share: shareOf(counted.filter(({ isListed }) => !isListed)),
    indexed: cheapest(counted, all),
  };
}

/**
 * The rarest condition, which leads to the fewest messages, and with it those others that spare more reading of these
 * than going through their own entries costs.
 */
function cheapest(conditions: (TextCondition & { rows: number })[], all: number): ExpectedRows["indexed"] {
  const [rarest, ...others] = conditions.filter((each) => !each.negated).sort((a, b) => a.rows - b.rows);
  if (!rarest) return null;
  const asked: TextCondition[] = [rarest];
  let read = rarest.rows;
  let entries = rarest.rows;
  for (const each of others) {
    const spared = read * (1 - each.rows / all);
    if (each.rows > mostEntries || each.rows * entryCost > spared) break;
    asked.push(each);
    read -= spared;
    entries += each.rows;
  }
  return { by: asTextQuery(asked) ?? rarest.query, rows: read + entries * entryCost };
}

async function expected(condition: SQL): Promise<number> {
  const [row] = await database().db.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select from messages where ${condition}`,
  );
  return Math.max(1, row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 1);
}
