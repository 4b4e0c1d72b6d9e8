import { and, asc, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { savedViews } from "@/server/db/schema/saved-views";
import { type SavedView, savedViewsMaximum } from "../dto";

/** The actor's own views of a list, by name. */
export function listSavedViews(ctx: ActorContext, input: { list: string }): Promise<SavedView[]> {
  return database()
    .db.select({ id: savedViews.id, name: savedViews.name, search: savedViews.search })
    .from(savedViews)
    .where(and(eq(savedViews.userId, ctx.actor.id), eq(savedViews.list, input.list)))
    .orderBy(asc(savedViews.name))
    .limit(savedViewsMaximum);
}
