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

/** The threads that the actor follows and that have replies, the latest reply first, one keyset page at a time. */
export async function listThreads(ctx: ActorContext, input: ListThreadsInput): Promise<ThreadPage> {
  const { limit } = input;
  const rows = await threadsQuery(ctx.actor.id, input);
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

/** The statement of `listThreads`, whose plan a test reads: the page is chosen before its messages are read. */
export function threadsQuery(userId: string, { cursor, limit }: ListThreadsInput) {
  const { db } = database();
  const page = db
    .select({
      rootId: threads.rootId,
      lastReplyAt: threads.lastReplyAt,
      lastReadSeq: threadMembers.lastReadSeq,
    })
    .from(threads)
    .innerJoin(threadMembers, followedBy(userId))
    .innerJoin(conversationMembers, memberIs(userId))
    .innerJoin(conversations, conversationStands)
    .where(
      cursor
        ? sql`(${threads.lastReplyAt}, ${threads.rootId}) < (${cursor.lastReplyAt}::timestamptz, ${cursor.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(threads.lastReplyAt), desc(threads.rootId))
    .limit(limit + 1)
    .as("page");
  const lastReadSeq = sql<number>`${page.lastReadSeq}`.mapWith(threadMembers.lastReadSeq);
  return selectMessages(db, { lastReadSeq })
    .innerJoin(page, eq(page.rootId, messages.id))
    .orderBy(desc(page.lastReplyAt), desc(page.rootId));
}
