import { randomUUID } from "node:crypto";
import type { ActorContext } from "@/server/context";
import { auditExports } from "@/server/db/schema/audit-exports";
import { transaction } from "@/server/db/transaction";
import type { StartExportInput } from "../input";

/** Prepares an export of exactly what a filter shows; the file is made while it is downloaded, once. */
export function startExport(
  ctx: ActorContext,
  { filter, format }: StartExportInput,
): Promise<{ id: string }> {
  const id = randomUUID();
  return transaction(ctx, async (tx) => {
    await tx.db.insert(auditExports).values({ id, createdBy: ctx.actor.id, format, filter });
    tx.audit({ action: "audit.exported", target: { type: "audit", id }, after: { format, filter } });
    return { id };
  });
}
