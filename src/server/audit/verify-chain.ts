import { and, asc, eq, gt, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { auditLinks, auditSeals } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { digestOf, entryFields, nextHash, sealedText } from "./chain-hash";
import { type ChainPlace, chainHead, chainStart } from "./chain-head";
import { findUnlinkedEntry, findWrongAnchor } from "./loose-ends";
import { signingKey } from "./signing-key";

/** How an audit log can be broken, and where that shows first. */
export type BrokenEntry = {
  kind: "changed" | "removed" | "inserted" | "reordered" | "link-removed" | "seal-wrong" | "anchor-wrong";
  /** the place in the chain; null for an entry that has none */
  position: number | null;
  entryId: number | null;
};

export type ChainPart = {
  /** up to where the chain was looked through */
  position: number;
  /** where the chain begins and ends */
  start: number;
  end: number;
  /** this was the last part, or the chain is broken */
  done: boolean;
  broken: BrokenEntry | null;
};

/** Links that one reading from the database brings. */
const partSize = 5_000;

/**
 * Looks through one part of the chain behind `after` (null: from its beginning): whether each entry is there as it was
 * when it was sealed, in its order, vouched for by the instance's key. The last part looks for entries beside the chain.
 */
export async function verifyPart(after: number | null): Promise<ChainPart> {
  const { db } = database();
  const start = await chainStart(db);
  const from = after !== null && after > start.position ? await placeAt(after) : start;
  const head = await chainHead(db);
  const result = (position: number, done: boolean, broken: BrokenEntry | null): ChainPart => ({
    ...{ position, start: start.position, end: head.position },
    ...{ done, broken },
  });
  if (!from) return result(after ?? 0, true, { kind: "link-removed", position: after, entryId: null });
  if (from === start) {
    const broken = await findWrongAnchor();
    if (broken) return result(from.position, true, broken);
  }
  const links = await readLinks(from.position);
  let { position, hash } = from;
  const { id: keyId, verifies } = signingKey();
  for (const link of links) {
    position += 1;
    const at = (kind: BrokenEntry["kind"]) =>
      result(position, true, { kind, position, entryId: link.entryId });
    if (link.position !== position) return at("link-removed");
    if (!link.fields) return at("removed");
    if (!digestOf(link.fields).equals(link.digest)) return at("changed");
    hash = nextHash(hash, link.digest);
    if (!hash.equals(link.hash)) return at("reordered");
    const seal = link.seal;
    if (!seal) continue;
    if (!hash.equals(seal.hash)) return at("seal-wrong");
    // What an earlier key of the instance signed stands by its hashes alone.
    if (seal.keyId === keyId && !verifies(sealedText("seal", position, hash), seal.signature))
      return at("seal-wrong");
  }
  if (links.length === partSize) return result(position, false, null);
  return result(position, true, (await findMissingEnd(position)) ?? (await findUnlinkedEntry()));
}

/** The whole chain, part by part. */
export async function verifyChain(): Promise<ChainPart> {
  let part = await verifyPart(null);
  while (!part.done) part = await verifyPart(part.position);
  return part;
}

async function placeAt(position: number): Promise<ChainPlace | null> {
  const [link] = await database()
    .db.select({ hash: auditLinks.hash })
    .from(auditLinks)
    .where(eq(auditLinks.position, position));
  return link ? { position, hash: Buffer.from(link.hash) } : null;
}

async function readLinks(after: number) {
  const rows = await database()
    .db.select({
      position: auditLinks.position,
      entryId: auditLinks.entryId,
      digest: auditLinks.digest,
      hash: auditLinks.hash,
      present: auditEntries.id,
      fields: entryFields,
      seal: { hash: auditSeals.hash, keyId: auditSeals.keyId, signature: auditSeals.signature },
    })
    .from(auditLinks)
    .leftJoin(auditEntries, eq(auditEntries.id, auditLinks.entryId))
    .leftJoin(auditSeals, eq(auditSeals.position, auditLinks.position))
    .where(gt(auditLinks.position, after))
    .orderBy(asc(auditLinks.position))
    .limit(partSize);
  return rows.map(({ present, fields, ...link }) => ({ ...link, fields: present === null ? null : fields }));
}

/** A seal beyond the last link: whatever it stood for is gone. */
async function findMissingEnd(last: number): Promise<BrokenEntry | null> {
  const [seal] = await database()
    .db.select({ position: sql<number>`min(${auditSeals.position})`.mapWith(Number) })
    .from(auditSeals)
    .where(and(gt(auditSeals.position, last)));
  // Sealed meanwhile: its link is there.
  if (!seal?.position || (await placeAt(last + 1))) return null;
  return { kind: "link-removed", position: last + 1, entryId: null };
}
