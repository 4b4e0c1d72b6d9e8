import { eq } from "drizzle-orm";
import { chainHead } from "@/server/audit/chain-head";
import { signingKey } from "@/server/audit/signing-key";
import type { ActorContext } from "@/server/context";
import type { auditExports as table } from "@/server/db/schema/audit-exports";
import { auditExports } from "@/server/db/schema/audit-exports";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";

/** What was sent. */
type Sent = { file: string; sha256: string; bytes: number; entries: number };

/**
 * Signs what was exported. A manifest has two lines: what the file is, as JSON, and the signature of exactly that
 * line, in Base64. The chain's head in it proves later that nothing before it was rewritten.
 */
export async function finishExport(
  ctx: ActorContext,
  { id, filter, createdAt }: typeof table.$inferSelect,
  sent: Sent,
): Promise<void> {
  const key = signingKey();
  await transaction(ctx, async (tx) => {
    const head = await chainHead(tx.db);
    const finishedAt = new Date();
    const statement = JSON.stringify({
      format: "offchat-audit-export/1",
      ...sent,
      ...{ export: id, instance: env().APP_URL, filter },
      createdBy: { id: ctx.actor.id, username: ctx.actor.username },
      ...{ createdAt, finishedAt },
      chain: { position: head.position, hash: head.hash.toString("hex") },
      keyId: key.id,
    });
    const manifest = `${statement}\n${key.sign(statement).toString("base64")}\n`;
    await tx.db.update(auditExports).set({ finishedAt, manifest }).where(eq(auditExports.id, id));
    tx.audit({ action: "audit.export-finished", target: { type: "audit", id }, after: sent });
  });
}
