import type { Context } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { placeOf } from "@/server/places/place-of";
import type { AuditAction, AuditTargetType } from "./audit-actions";

export type AuditRecord = {
  action: AuditAction;
  target: { type: AuditTargetType; id: string };
  before?: unknown;
  after?: unknown;
  reason?: string;
  /** Whose act it is where `ctx` does not know yet: that of whoever is just signing in. */
  actorId?: string;
};

/** Appends audit entries with the actor and origin that `ctx` carries, and the country that its address belongs to. */
export async function insertAuditEntries(db: Queryable, ctx: Context, records: AuditRecord[]): Promise<void> {
  const { country } = placeOf(ctx.ip);
  await db.insert(auditEntries).values(
    records.map((r) => ({
      action: r.action,
      actorId: r.actorId ?? ctx.actor?.id ?? null,
      sessionId: ctx.sessionId,
      ip: ctx.ip,
      country,
      userAgent: ctx.userAgent,
      requestId: ctx.requestId,
      targetType: r.target.type,
      targetId: r.target.id,
      before: r.before ?? null,
      after: r.after ?? null,
      reason: r.reason ?? null,
    })),
  );
}
