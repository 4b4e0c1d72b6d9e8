import type { ActorContext } from "@/server/context";
import { threadMembers } from "@/server/db/schema/threads";
import { transaction } from "@/server/db/transaction";
import { toOwnDevices } from "../../server/events";
import type { ThreadInput } from "../input";
import { requireRoot } from "./access";

/** Follows a thread from now on: replies so far count as read. Throws NOT_FOUND. */
export function followThread(ctx: ActorContext, input: ThreadInput): Promise<void> {
  return setFollowing(ctx, input, true);
}

/** Stops following a thread, until the actor replies in it. Throws NOT_FOUND. */
export function unfollowThread(ctx: ActorContext, input: ThreadInput): Promise<void> {
  return setFollowing(ctx, input, false);
}

async function setFollowing(ctx: ActorContext, input: ThreadInput, following: boolean): Promise<void> {
  const { conversationId, rootId } = input;
  await transaction(ctx, async (tx) => {
    const { message: root } = await requireRoot(ctx, input, tx.db);
    await tx.db
      .insert(threadMembers)
      .values({ rootId, userId: ctx.actor.id, following, lastReadSeq: root.thread?.replyCount ?? 0 })
      .onConflictDoUpdate({ target: [threadMembers.rootId, threadMembers.userId], set: { following } });
    const name = following ? "thread.followed" : "thread.unfollowed";
    tx.emit(toOwnDevices(ctx.actor.id, name, { conversationId, rootId }));
  });
}
