import { sql } from "drizzle-orm";
import { transaction } from "@/server/db/transaction";
import { countLater } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { announceRefusals } from "../announce-security-change";
import { judgeAddress } from "./current-ip-rules";

/** Whether an address may reach the product. A block counts whom it held back, and the console's pages are told. */
export async function admitAddress(ip: string | null): Promise<boolean> {
  if (!ip) return true;
  const { blockedBy } = await judgeAddress(ip);
  if (!blockedBy) return true;
  countLater("ip-rule-hits", blockedBy, writeHits);
  return false;
}

function writeHits(counts: Map<string, number>): Promise<void> {
  const rows = [...counts].map(([id, hits]) => ({ id, hits }));
  return transaction(systemContext(), async (tx) => {
    announceRefusals(tx);
    await tx.db.execute(sql`
    update ip_rules set hits = ip_rules.hits + counted.hits, last_hit_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as counted (id uuid, hits bigint)
    where ip_rules.id = counted.id`);
  });
}
