import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "@/server/context";
import { auditLinks, auditSeals, auditUnsealed } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { type Transaction, transaction } from "@/server/db/transaction";
import { digestOf, entryFields, nextHash, sealedText } from "./chain-hash";
import { chainHead } from "./chain-head";
import { signingKey } from "./signing-key";

/** Entries that one transaction seals. */
const batchSize = 2_000;
/** Any number that nothing else takes: two writers would fork the chain. */
const advisoryLock = 4_021_978;

/** What one transaction sealed: how many entries, and the kinds of things that they are about. */
export type SealedBatch = { sealed: number; targets: ReadonlySet<string> };

/**
 * Takes the entries that wait into the chain, in short transactions; requests that write entries never wait for it.
 * An entry that was committed late is sealed late, after ones with higher ids. Returns how many were sealed.
 * @param announce tells listeners of each batch, in its transaction
 */
export async function sealEntries(
  ctx: Context,
  announce: (tx: Transaction, batch: SealedBatch) => void = () => {},
): Promise<number> {
  let total = 0;
  for (;;) {
    const sealed = await transaction(ctx, async (tx) => {
      const batch = await sealBatch(tx);
      if (batch.sealed > 0) announce(tx, batch);
      return batch.sealed;
    });
    total += sealed;
    if (sealed < batchSize) return total;
  }
}

async function sealBatch({ db }: Transaction): Promise<SealedBatch> {
  await db.execute(sql`select pg_advisory_xact_lock(${advisoryLock})`);
  const waiting = await db
    .select({ id: auditUnsealed.entryId, fields: entryFields, target: auditEntries.targetType })
    .from(auditUnsealed)
    .leftJoin(auditEntries, eq(auditEntries.id, auditUnsealed.entryId))
    .leftJoin(auditLinks, eq(auditLinks.entryId, auditUnsealed.entryId))
    // What a restored copy lists although it is sealed is only taken off the list.
    .where(sql`${auditLinks.position} is null and ${auditEntries.id} is not null`)
    .orderBy(asc(auditUnsealed.entryId))
    .limit(batchSize);
  if (waiting.length === 0) return { sealed: 0, targets: new Set() };
  let { position, hash } = await chainHead(db);
  const links = waiting.map(({ id, fields }) => {
    const digest = digestOf(fields);
    hash = nextHash(hash, digest);
    position += 1;
    return { position, entryId: id, digest, hash };
  });
  await db.insert(auditLinks).values(links);
  const { id: keyId, sign } = signingKey();
  const signature = sign(sealedText("seal", position, hash));
  await db.insert(auditSeals).values({ position, hash, keyId, signature });
  await db.delete(auditUnsealed).where(
    inArray(
      auditUnsealed.entryId,
      waiting.map(({ id }) => id),
    ),
  );
  return { sealed: waiting.length, targets: new Set(waiting.flatMap(({ target }) => target ?? [])) };
}
