import { and, asc, gte, lte, sql } from "drizzle-orm";
import { chainStart } from "@/server/audit/chain-head";
import type { Context } from "@/server/context";
import { auditAnchors, auditLinks, auditSeals } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { transaction } from "@/server/db/transaction";
import { sealedText } from "./chain-hash";
import { signingKey } from "./signing-key";

/** Links that one transaction removes. */
const batchSize = 5_000;

/**
 * Removes the oldest entries, those sealed before the first one that is younger than `olderThan`, and leaves a signed
 * anchor from which the rest of the chain can still be verified. Returns how many were removed.
 */
export async function trimEntries(ctx: Context, olderThan: Date): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await trimBatch(ctx, olderThan);
    total += removed;
    if (removed < batchSize) return total;
  }
}

function trimBatch(ctx: Context, olderThan: Date): Promise<number> {
  return transaction(ctx, async (tx) => {
    const { db } = tx;
    const { position: start } = await chainStart(db);
    const batch = await db
      .select({ position: auditLinks.position, hash: auditLinks.hash, at: auditEntries.at })
      .from(auditLinks)
      .leftJoin(auditEntries, sql`${auditEntries.id} = ${auditLinks.entryId}`)
      .where(and(gte(auditLinks.position, start + 1), lte(auditLinks.position, start + batchSize)))
      .orderBy(asc(auditLinks.position));
    // An entry that is missing is for the check to report, not for the retention to cover up.
    const kept = batch.findIndex(({ at }) => at === null || at >= olderThan);
    const last = (kept === -1 ? batch : batch.slice(0, kept)).at(-1);
    if (!last) return 0;
    const { position, hash } = last;
    const { id: keyId, sign } = signingKey();
    const signature = sign(sealedText("anchor", position, hash));
    await db.insert(auditAnchors).values({ position, hash, keyId, signature });
    await db.execute(sql`select set_config('offchat.audit_retention', 'on', true)`);
    await db
      .delete(auditEntries)
      .where(
        sql`${auditEntries.id} in (select ${auditLinks.entryId} from ${auditLinks} where ${auditLinks.position} <= ${position})`,
      );
    await db.delete(auditLinks).where(lte(auditLinks.position, position));
    await db.delete(auditSeals).where(lte(auditSeals.position, position));
    await db.execute(sql`select set_config('offchat.audit_retention', '', true)`);
    const removed = position - start;
    tx.audit({
      action: "audit.trimmed",
      target: { type: "audit", id: "retention" },
      after: { removed, upTo: position, olderThan },
    });
    return removed;
  });
}
