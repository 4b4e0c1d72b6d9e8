import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { toUserSummary } from "@/features/users/server/to-dto";
import type { Actor } from "@/server/context";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import type { Transaction } from "@/server/db/transaction";
import { conversationChannel } from "../channels";
import type { SystemEvent, SystemMessage } from "../system-event";
import { ofMember } from "./of-member";

/**
 * Notes in a conversation's history what the actor did, in the transaction of the change itself: it takes
 * its place in the order, moves the actor's own read marker, and reaches everybody as any message does.
 */
export async function insertSystemMessage(
  tx: Transaction,
  actor: Actor,
  conversationId: string,
  system: SystemEvent,
): Promise<SystemMessage> {
  const [place] = await tx.db
    .update(conversations)
    .set({
      lastSeq: sql`${conversations.lastSeq} + 1`,
      revision: sql`${conversations.revision} + 1`,
      lastActivityAt: sql`clock_timestamp()`,
    })
    .where(eq(conversations.id, conversationId))
    .returning({
      seq: conversations.lastSeq,
      revision: conversations.revision,
      at: conversations.lastActivityAt,
    });
  if (!place) throw new Error("A conversation vanished while it was locked.");
  const id = v7();
  const { seq, revision, at } = place;
  await tx.db.insert(messages).values({
    ...{ id, conversationId, seq, revision, system },
    ...fixed,
    authorId: actor.id,
    createdAt: at,
  });
  await tx.db
    .update(conversationMembers)
    .set({ lastReadSeq: seq, unreadFromSeq: null })
    .where(ofMember(conversationId, actor.id));
  const message: SystemMessage = {
    ...{ id, conversationId, seq, revision, system, ...fixed },
    author: toUserSummary(actor),
    replyTo: null,
    createdAt: at.toISOString(),
  };
  tx.emit({ channels: [conversationChannel(conversationId)], name: "message.created", data: { message } });
  return message;
}

const fixed = { kind: "system", body: "" } as const;
