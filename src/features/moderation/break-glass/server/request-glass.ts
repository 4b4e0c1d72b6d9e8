import { and, eq, inArray } from "drizzle-orm";
import { getSettings } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { conversations } from "@/server/db/schema/conversations";
import { transaction } from "@/server/db/transaction";
import type { RequestGlassInput } from "../input";
import { announceGlass } from "./announce-glass";
import { startGlass } from "./start-glass";

/**
 * Asks to read a private conversation: opens at once, or waits for a second administrator, as the instance's rules
 * say. Throws NOT_FOUND, or ALREADY_DONE while the actor has a request or an open glass there.
 */
export async function requestGlass(
  ctx: ActorContext,
  input: RequestGlassInput,
): Promise<{ grantId: string; open: boolean }> {
  const { conversationId, reason, minutes } = input;
  const { breakGlassNeedsSecondAdmin, breakGlassTellsOwners: tellsOwners } = await getSettings();
  return transaction(ctx, async (tx) => {
    const [conversation] = await tx.db
      .select({ id: conversations.id })
      .from(conversations)
      .where(eq(conversations.id, conversationId))
      .for("no key update");
    if (!conversation) throw new AppError("NOT_FOUND");
    const current = await tx.db
      .select({ expiresAt: breakGlassGrants.expiresAt })
      .from(breakGlassGrants)
      .where(
        and(
          eq(breakGlassGrants.conversationId, conversationId),
          eq(breakGlassGrants.requestedBy, ctx.actor.id),
          inArray(breakGlassGrants.status, ["requested", "active"]),
        ),
      );
    if (current.some(({ expiresAt }) => !expiresAt || expiresAt > new Date())) {
      throw new AppError("ALREADY_DONE");
    }
    const [grant] = await tx.db
      .insert(breakGlassGrants)
      .values({
        ...{ conversationId, reason, minutes, tellsOwners },
        requestedBy: ctx.actor.id,
        status: "requested",
      })
      .returning();
    if (!grant) throw new Error("A request was not kept.");
    tx.audit({
      action: "break-glass.requested",
      target: { type: "conversation", id: conversationId },
      after: { grantId: grant.id, minutes, needsSecondAdmin: breakGlassNeedsSecondAdmin },
      reason,
    });
    if (breakGlassNeedsSecondAdmin) announceGlass(tx, grant.id);
    else await startGlass(ctx, tx, grant);
    return { grantId: grant.id, open: !breakGlassNeedsSecondAdmin };
  });
}
