import { and, asc, eq, isNull } from "drizzle-orm";
import type { Notices } from "@/features/reports/dto";
import { userSummaryColumns } from "@/features/users/server/to-dto";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { heldMessages } from "@/server/db/schema/message-filters";
import { reports, warnings } from "@/server/db/schema/reports";
import { users } from "@/server/db/schema/users";
import { listGlassNotices } from "../break-glass/server/list-glass-notices";

/** Told at once; putting some away brings the next. */
const atOnce = 20;

/** Warnings that the actor has not acknowledged, what came of the actor's reports, and messages that were not let through. Oldest first. */
export async function listNotices(ctx: ActorContext): Promise<Notices> {
  const { db } = database();
  const [own, results, rejected, glass] = await Promise.all([
    db
      .select({ id: warnings.id, text: warnings.text, createdAt: warnings.createdAt })
      .from(warnings)
      .where(and(eq(warnings.userId, ctx.actor.id), isNull(warnings.acknowledgedAt)))
      .orderBy(asc(warnings.createdAt))
      .limit(atOnce),
    db
      .select({
        reportId: reports.id,
        kind: reports.kind,
        reported: userSummaryColumns,
        outcome: reports.outcome,
        answer: reports.answer,
        closedAt: reports.closedAt,
      })
      .from(reports)
      .innerJoin(users, eq(users.id, reports.reportedUserId))
      .where(
        and(
          eq(reports.reporterId, ctx.actor.id),
          eq(reports.status, "closed"),
          isNull(reports.outcomeSeenAt),
        ),
      )
      .orderBy(asc(reports.closedAt))
      .limit(atOnce),
    db
      .select({ id: heldMessages.id, body: heldMessages.body, reason: heldMessages.reason })
      .from(heldMessages)
      .where(
        and(
          eq(heldMessages.authorId, ctx.actor.id),
          eq(heldMessages.status, "rejected"),
          isNull(heldMessages.seenAt),
        ),
      )
      .orderBy(asc(heldMessages.decidedAt))
      .limit(atOnce),
    listGlassNotices(ctx.actor.id, atOnce),
  ]);
  return {
    glass,
    rejected: rejected.map((each) => ({ ...each, reason: each.reason ?? "" })),
    warnings: own.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() })),
    results: results.flatMap(({ outcome, closedAt, ...each }) =>
      outcome && closedAt ? [{ ...each, outcome, closedAt: closedAt.toISOString() }] : [],
    ),
  };
}
