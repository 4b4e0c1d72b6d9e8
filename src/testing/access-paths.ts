import { type SQLWrapper, sql } from "drizzle-orm";
import { database } from "@/server/db/client";

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

/** The names of the indexes that a statement uses; a scan of a whole table stands among them as such. */
export async function accessPaths(statement: SQLWrapper): Promise<string[]> {
  return pathsOf(await explain(sql`explain (format json) ${statement.getSQL()}`));
}

/** The same of a statement that is planned once, whatever values it is then given. */
export async function accessPathsForAnyValues(statement: {
  toSQL: () => { sql: string };
}): Promise<string[]> {
  return pathsOf(await explain(sql.raw(`explain (generic_plan, format json) ${statement.toSQL().sql}`)));
}

function pathsOf(plan: Plan): string[] {
  const walk = (node: Plan): string[] => [
    ...(node["Node Type"] === "Seq Scan" ? [`whole table ${node["Relation Name"]}`] : []),
    ...(node["Index Name"] ? [node["Index Name"]] : []),
    ...(node.Plans ?? []).flatMap(walk),
  ];
  return walk(plan);
}

/** Runs a statement, and says how many rows of a table, or of all, it looked at on the way to its answer. */
export async function rowsRead(statement: SQLWrapper, table?: string): Promise<number> {
  const walk = (node: Plan): number => {
    const seen =
      (node["Actual Rows"] ?? 0) +
      (node["Rows Removed by Filter"] ?? 0) +
      (node["Rows Removed by Index Recheck"] ?? 0);
    const relation = node["Relation Name"];
    const own = relation && (!table || relation === table) ? seen * (node["Actual Loops"] ?? 1) : 0;
    return (node.Plans ?? []).reduce((sum, child) => sum + walk(child), own);
  };
  return walk(await explain(sql`explain (analyze, format json) ${statement.getSQL()}`));
}

async function explain(statement: SQLWrapper): Promise<Plan> {
  const rows = await database().db.execute<{ "QUERY PLAN": string | [{ Plan: Plan }] }>(statement.getSQL());
  const plan = rows[0]?.["QUERY PLAN"];
  const [root] = (typeof plan === "string" ? JSON.parse(plan) : plan) as [{ Plan: Plan }];
  return root.Plan;
}

/** The same, of whole tables alone. */
export const wholeTables = (paths: string[]) => paths.filter((path) => path.startsWith("whole table"));
