import { desc, inArray } from "drizzle-orm";
import { chainHead, chainStart } from "@/server/audit/chain-head";
import { signingKey } from "@/server/audit/signing-key";
import { database } from "@/server/db/client";
import { auditUnsealed } from "@/server/db/schema/audit-chain";
import { auditEntries } from "@/server/db/schema/audit-entries";
import type { Broken, ChainState } from "../dto";

/** How far the chain reaches, and what its last check found. */
export async function getChainState(): Promise<ChainState> {
  const { db } = database();
  const [start, head, waiting, [check]] = await Promise.all([
    chainStart(db),
    chainHead(db),
    db.$count(auditUnsealed),
    db
      .select({ at: auditEntries.at, after: auditEntries.after })
      .from(auditEntries)
      .where(inArray(auditEntries.action, ["audit.checked", "audit.tampering-found"]))
      .orderBy(desc(auditEntries.at), desc(auditEntries.id))
      .limit(1),
  ]);
  const found = check?.after as { entries: number; broken: Broken | null } | undefined;
  return {
    start: start.position,
    end: head.position,
    hash: head.hash.toString("hex"),
    waiting,
    keyId: signingKey().id,
    lastCheck: check && found ? { at: check.at.toISOString(), ...found } : null,
  };
}
