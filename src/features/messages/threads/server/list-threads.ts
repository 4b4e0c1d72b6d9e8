import { desc, eq, sql } from "drizzle-orm";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { threadMembers, threads } from "@/server/db/schema/threads";
import { selectMessages } from "../../server/queries";
import { toMessage } from "../../server/to-dto";
import type { ThreadPage } from "../dto";
import type { ListThreadsInput } from "../input";
import { conversationStands, followedBy, memberIs } from "./of-follower";

const lastReadSeq = sql<number>`${threadMembers.lastReadSeq}`.mapWith(threadMembers.lastReadSeq);

/** The threads that the actor follows and that have replies, the latest reply first, one keyset page at a time. */
export async function listThreads(
  ctx: ActorContext,
  { cursor, limit }: ListThreadsInput,
): Promise<ThreadPage> {
  const rows = await selectMessages(database().db, { lastReadSeq })
    .innerJoin(threads, eq(threads.rootId, messages.id))
    .innerJoin(threadMembers, followedBy(ctx.actor.id))
    .innerJoin(conversationMembers, memberIs(ctx.actor.id))
    .innerJoin(conversations, conversationStands)
    .where(
      cursor
        ? sql`(${threads.lastReplyAt}, ${threads.rootId}) < (${cursor.lastReplyAt}::timestamptz, ${cursor.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(threads.lastReplyAt), desc(threads.rootId))
    .limit(limit + 1);
  const page = rows
    .slice(0, limit)
    .map(({ lastReadSeq, ...row }) => ({ root: toMessage(row), following: true, lastReadSeq }));
  const last = page.at(-1)?.root;
  return {
    threads: page,
    nextCursor:
      rows.length > limit && last?.thread ? { lastReplyAt: last.thread.lastReplyAt, id: last.id } : null,
  };
}
