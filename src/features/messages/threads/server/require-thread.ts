import { and, eq } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { threadMembers } from "@/server/db/schema/threads";
import type { ThreadState } from "../dto";
import type { ThreadInput } from "../input";
import { requireRoot } from "./access";

/** A thread's first message, and the actor's own part in it. Throws NOT_FOUND. */
export async function requireThread(ctx: ActorContext, input: ThreadInput): Promise<ThreadState> {
  const { message: root } = await requireRoot(ctx, input);
  const [own] = await database()
    .db.select({ following: threadMembers.following, lastReadSeq: threadMembers.lastReadSeq })
    .from(threadMembers)
    .where(and(eq(threadMembers.rootId, root.id), eq(threadMembers.userId, ctx.actor.id)));
  return { root, following: own?.following ?? false, lastReadSeq: own?.lastReadSeq ?? 0 };
}
