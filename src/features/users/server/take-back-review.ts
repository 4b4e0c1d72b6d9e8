import { and, desc, eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { transaction } from "@/server/db/transaction";
import type { AdminUser } from "../dto";
import { requireUserForUpdate } from "./require-user";
import { restoreStatus } from "./restore-status";

/** What each decision about a registration made of the account. */
const decisions: Record<string, "active" | "rejected"> = {
  "user.approved": "active",
  "user.rejected": "rejected",
};

/**
 * Takes the actor's own decision about a registration back: the person waits once more. Throws NOT_FOUND, FORBIDDEN, or
 * ALREADY_DONE when the last change of the account's status was another one.
 */
export function takeBackReview(ctx: ActorContext, { userId }: { userId: string }): Promise<AdminUser> {
  return transaction(ctx, async (tx) => {
    await requireUserForUpdate(tx.db, userId);
    const last = await lastChangeOfStatus(tx.db, userId);
    const from = last && decisions[last.action];
    if (!from || last.actorId !== ctx.actor.id) throw new AppError("ALREADY_DONE");
    const before = { status: "pending", statusReason: null, suspendedUntil: null } as const;
    return restoreStatus({ ...ctx, within: tx }, { userId, from, before });
  });
}

/** Nothing but the audit log knows who decided, and whether something else has happened since. */
async function lastChangeOfStatus(db: Queryable, userId: string) {
  const { action, actorId, targetType, targetId, after, at, id } = auditEntries;
  const [entry] = await db
    .select({ action, actorId })
    .from(auditEntries)
    .where(and(eq(targetType, "user"), eq(targetId, userId), sql`${after} ? 'status'`))
    .orderBy(desc(at), desc(id))
    .limit(1);
  return entry;
}
