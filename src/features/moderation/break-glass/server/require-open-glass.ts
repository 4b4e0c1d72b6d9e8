import { and, eq, gt, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { breakGlassGrants } from "@/server/db/schema/break-glass";
import { conversations } from "@/server/db/schema/conversations";

declare const opened: unique symbol;

/** A conversation that the actor may read at this moment without being a member. Only `requireOpenGlass` makes one. */
export type OpenGlass = { grantId: string; conversationId: string; revision: number } & { [opened]: true };

/**
 * The one way to read a conversation from outside: a grant of the actor's own that was agreed to and has not run
 * out, by the database's clock. Throws GLASS_CLOSED to everybody else.
 */
export async function requireOpenGlass(
  ctx: ActorContext,
  grantId: string,
  db: Queryable,
): Promise<OpenGlass> {
  const [row] = await db
    .select({
      grantId: breakGlassGrants.id,
      conversationId: conversations.id,
      revision: conversations.revision,
    })
    .from(breakGlassGrants)
    .innerJoin(conversations, eq(conversations.id, breakGlassGrants.conversationId))
    .where(
      and(
        eq(breakGlassGrants.id, grantId),
        eq(breakGlassGrants.requestedBy, ctx.actor.id),
        eq(breakGlassGrants.status, "active"),
        gt(breakGlassGrants.expiresAt, sql`clock_timestamp()`),
      ),
    );
  if (!row) throw new AppError("GLASS_CLOSED");
  return row as OpenGlass;
}
