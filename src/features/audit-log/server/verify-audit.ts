import { type ChainPart, verifyChain, verifyPart } from "@/server/audit/verify-chain";
import type { Context } from "@/server/context";
import { transaction } from "@/server/db/transaction";
import { log } from "@/server/log/log";
import type { Verification } from "../dto";

/** Looks through one part of the chain; the whole is looked through by asking on. Its end is audited. */
export async function verifyAudit(ctx: Context, after: number | null): Promise<Verification> {
  const part = await verifyPart(after);
  if (part.done) await recordCheck(ctx, part);
  return part;
}

/** The job that looks through the whole chain by itself. */
export async function checkAudit(ctx: Context): Promise<{ entries: number; broken: number }> {
  const part = await verifyChain();
  await recordCheck(ctx, part);
  return { entries: part.position - part.start, broken: part.broken ? 1 : 0 };
}

async function recordCheck(ctx: Context, { position, start, broken }: ChainPart): Promise<void> {
  if (broken) log().error({ broken }, "the audit log is broken");
  await transaction(ctx, async (tx) => {
    tx.audit({
      action: broken ? "audit.tampering-found" : "audit.checked",
      target: { type: "audit", id: "chain" },
      after: { entries: position - start, broken },
    });
  });
}
