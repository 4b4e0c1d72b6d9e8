import { and, eq, ne } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { savedViews } from "@/server/db/schema/saved-views";
import { type SavedView, savedViewsMaximum } from "../dto";
import type { SaveViewInput } from "../input";

/** Keeps a view under a name; one of that name is replaced. Throws TOO_MANY_VIEWS. */
export async function saveView(ctx: ActorContext, { list, name, search }: SaveViewInput): Promise<SavedView> {
  const { db } = database();
  const userId = ctx.actor.id;
  const others = await db.$count(
    savedViews,
    and(eq(savedViews.userId, userId), eq(savedViews.list, list), ne(savedViews.name, name)),
  );
  if (others >= savedViewsMaximum) throw new AppError("TOO_MANY_VIEWS", { maximum: savedViewsMaximum });
  const [row] = await db
    .insert(savedViews)
    .values({ userId, list, name, search })
    .onConflictDoUpdate({ target: [savedViews.userId, savedViews.list, savedViews.name], set: { search } })
    .returning({ id: savedViews.id, name: savedViews.name, search: savedViews.search });
  return row as SavedView;
}
