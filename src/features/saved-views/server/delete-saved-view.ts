import { and, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { savedViews } from "@/server/db/schema/saved-views";

/** Forgets a view of the actor's own; one that is gone already, or somebody else's, changes nothing. */
export async function deleteSavedView(ctx: ActorContext, input: { id: string }): Promise<void> {
  await database()
    .db.delete(savedViews)
    .where(and(eq(savedViews.id, input.id), eq(savedViews.userId, ctx.actor.id)));
}
