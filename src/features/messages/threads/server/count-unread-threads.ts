import { gt, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { threadMembers, threads } from "@/server/db/schema/threads";
import { unreadThreadLimit } from "../limits";
import { conversationStands, followedBy, memberIs } from "./of-follower";

/** How many of the threads that the actor follows have unread replies; counted up to one past the limit. */
export async function countUnreadThreads(ctx: ActorContext): Promise<number> {
  const { db } = database();
  const unread = db
    .select({ one: sql`1` })
    .from(threads)
    .innerJoin(threadMembers, followedBy(ctx.actor.id))
    .innerJoin(conversationMembers, memberIs(ctx.actor.id))
    .innerJoin(conversations, conversationStands)
    .where(gt(threads.lastSeq, threadMembers.lastReadSeq))
    .limit(unreadThreadLimit + 1)
    .as("unread");
  return db.$count(unread);
}
