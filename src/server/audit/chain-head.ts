import { desc } from "drizzle-orm";
import type { Queryable } from "@/server/db/client";
import { auditAnchors, auditLinks } from "@/server/db/schema/audit-chain";
import { genesis } from "./chain-hash";

export type ChainPlace = { position: number; hash: Buffer };

/** Where the chain begins: after what the retention took, else at nothing. */
export async function chainStart(db: Queryable): Promise<ChainPlace> {
  const [anchor] = await db.select().from(auditAnchors).orderBy(desc(auditAnchors.position)).limit(1);
  return anchor
    ? { position: anchor.position, hash: Buffer.from(anchor.hash) }
    : { position: 0, hash: genesis };
}

/** Where the chain ends. */
export async function chainHead(db: Queryable): Promise<ChainPlace> {
  const [last] = await db
    .select({ position: auditLinks.position, hash: auditLinks.hash })
    .from(auditLinks)
    .orderBy(desc(auditLinks.position))
    .limit(1);
  return last ? { position: last.position, hash: Buffer.from(last.hash) } : chainStart(db);
}
