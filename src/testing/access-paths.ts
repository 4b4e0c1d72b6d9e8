import { type SQLWrapper, sql } from "drizzle-orm";
import { database } from "@/server/db/client";

type Plan = { "Node Type": string; "Relation Name"?: string; "Index Name"?: string; Plans?: Plan[] };

/** The names of the indexes that a statement uses; a scan of a whole table stands among them as such. */
export async function accessPaths(statement: SQLWrapper): Promise<string[]> {
  const rows = await database().db.execute<{ "QUERY PLAN": string | [{ Plan: Plan }] }>(
    sql`explain (format json) ${statement.getSQL()}`,
  );
  const plan = rows[0]?.["QUERY PLAN"];
  const [root] = (typeof plan === "string" ? JSON.parse(plan) : plan) as [{ Plan: Plan }];
  const walk = (node: Plan): string[] => [
    ...(node["Node Type"] === "Seq Scan" ? [`whole table ${node["Relation Name"]}`] : []),
    ...(node["Index Name"] ? [node["Index Name"]] : []),
    ...(node.Plans ?? []).flatMap(walk),
  ];
  return walk(root.Plan);
}

/** The same, of whole tables alone. */
export const wholeTables = (paths: string[]) => paths.filter((path) => path.startsWith("whole table"));
