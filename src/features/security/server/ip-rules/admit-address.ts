import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { countLater } from "@/server/tally";
import { judgeAddress } from "./current-ip-rules";

/** Whether an address may reach the product. A block counts whom it held back. */
export async function admitAddress(ip: string | null): Promise<boolean> {
  if (!ip) return true;
  const { blockedBy } = await judgeAddress(ip);
  if (!blockedBy) return true;
  countLater("ip-rule-hits", blockedBy, writeHits);
  return false;
}

function writeHits(counts: Map<string, number>) {
  const rows = [...counts].map(([id, hits]) => ({ id, hits }));
  return database().db.execute(sql`
    update ip_rules set hits = ip_rules.hits + counted.hits, last_hit_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as counted (id uuid, hits bigint)
    where ip_rules.id = counted.id`);
}
