import { asc, desc, eq, notExists, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { auditAnchors, auditLinks, auditUnsealed } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { sealedText } from "./chain-hash";
import { signingKey } from "./signing-key";
import type { BrokenEntry } from "./verify-chain";

/** An entry that neither stands in the chain nor waits for its place: it was slipped in past the product. */
export async function findUnlinkedEntry(): Promise<BrokenEntry | null> {
  const { db } = database();
  const one = sql`1`;
  const [entry] = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      sql`${notExists(db.select({ one }).from(auditLinks).where(eq(auditLinks.entryId, auditEntries.id)))}
        and ${notExists(db.select({ one }).from(auditUnsealed).where(eq(auditUnsealed.entryId, auditEntries.id)))}`,
    )
    .orderBy(asc(auditEntries.id))
    .limit(1);
  return entry ? { kind: "inserted", position: null, entryId: entry.id } : null;
}

/** An anchor that the instance's key did not sign: something was removed that no retention took. */
export async function findWrongAnchor(): Promise<BrokenEntry | null> {
  const [anchor] = await database()
    .db.select()
    .from(auditAnchors)
    .orderBy(desc(auditAnchors.position))
    .limit(1);
  if (!anchor) return null;
  const { position, hash, keyId, signature } = anchor;
  const { id, verifies } = signingKey();
  if (keyId !== id || verifies(sealedText("anchor", position, hash), signature)) return null;
  return { kind: "anchor-wrong", position, entryId: null };
}
