import { eq, sql } from "drizzle-orm";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { threads } from "@/server/db/schema/threads";
import { type Transaction, transaction } from "@/server/db/transaction";
import { violatedConstraint } from "@/server/db/violated-constraint";
import type { Message } from "../../dto";
import type { SendMessageInput } from "../../input";
import { requestLinkPreview } from "../../link-previews/server/request-link-preview";
import { parseMentions } from "../../mentions/parse-mentions";
import { resolveEveryone } from "../../mentions/server/resolve-everyone";
import { storeMentions } from "../../mentions/server/store-mentions";
import { requireMessageForChange } from "../../server/access";
import { changeMessage } from "../../server/change-message";
import { toConversation } from "../../server/events";
import { messageFollowUp } from "../../server/message-follow-up";
import { getMessage } from "../../server/queries";
import { requireLength } from "../../server/require-length";
import { involveInThread } from "./involve-in-thread";
import { requirePosting } from "./require-posting";

type Reply = SendMessageInput & { threadRootId: string };

/**
 * Sends a reply in a message's thread, which the first reply opens. It takes the thread's next `seq` and
 * leaves the conversation's alone; the first message changes with it, because it shows the thread's summary.
 * `id` is the idempotency key. Throws NOT_FOUND, MESSAGE_TOO_LONG, MESSAGE_DELETED, FORBIDDEN (no thread
 * hangs on a reply or on a note of the system), REPLY_TARGET_MISSING, MESSAGE_ID_TAKEN, or
 * what `requirePosting` throws.
 */
export async function replyInThread(ctx: ActorContext, input: Reply): Promise<Message> {
  await requireLength(input.body);
  try {
    return await transaction(ctx, async (tx) => {
      const reply = await insertReply(ctx, tx, input);
      requestLinkPreview(tx, reply);
      return reply;
    });
  } catch (error) {
    if (violatedConstraint(error) === "messages_pkey") throw new AppError("MESSAGE_ID_TAKEN");
    throw error;
  }
}

async function insertReply(ctx: ActorContext, tx: Transaction, input: Reply): Promise<Message> {
  const { id, conversationId, threadRootId, body } = input;
  const place = { conversationId, messageId: threadRootId };
  const { conversation, message: root } = await requireMessageForChange(ctx, place, tx.db);
  const earlier = await getMessage(tx.db, conversationId, id);
  if (earlier) {
    const own = earlier.author.id === ctx.actor.id && earlier.threadRootId === threadRootId;
    if (!own) throw new AppError("MESSAGE_ID_TAKEN");
    return earlier;
  }
  if (root.threadRootId !== null || root.kind === "system") throw new AppError("FORBIDDEN");
  await requirePosting(ctx, tx.db, conversation);
  if (root.deletedAt && !root.thread) throw new AppError("MESSAGE_DELETED");
  if (input.replyToId) await requireQuotable(tx, root, input.replyToId);

  const { usernames, everyone } = parseMentions(body);
  const [numbered] = await tx.db
    .insert(threads)
    .values({ rootId: root.id, conversationId, lastSeq: 1, lastReplyAt: sql`now()` })
    .onConflictDoUpdate({
      target: threads.rootId,
      set: { lastSeq: sql`${threads.lastSeq} + 1`, lastReplyAt: sql`now()` },
    })
    .returning({ seq: threads.lastSeq });
  const [bumped] = await tx.db
    .update(conversations)
    .set({ revision: sql`${conversations.revision} + 1` })
    .where(eq(conversations.id, conversationId))
    .returning({ revision: conversations.revision });
  if (!numbered || !bumped) throw new Error("A reply took no place in its thread.");
  await tx.db.insert(messages).values({
    ...{ id, conversationId, threadRootId, body, ...numbered, ...bumped },
    authorId: ctx.actor.id,
    replyToId: input.replyToId ?? null,
    mentionsEveryone: await resolveEveryone(ctx, conversationId, everyone, tx.db),
  });
  const addressed = await storeMentions(tx.db, { id, conversationId }, usernames);
  await involveInThread(tx, root, { authorId: ctx.actor.id, seq: numbered.seq, addressed });

  const reply = await getMessage(tx.db, conversationId, id);
  if (!reply) throw new Error("A reply vanished in its own transaction.");
  tx.emit(toConversation(conversationId, "message.created", { message: reply }));
  tx.followUp(messageFollowUp("message.sent", { messageId: id }));
  await changeMessage(tx, root);
  return reply;
}

/** A reply may quote what can be read beside it: the thread's first message or another reply. */
async function requireQuotable(tx: Transaction, root: Message, messageId: string): Promise<void> {
  const quoted = messageId === root.id ? root : await getMessage(tx.db, root.conversationId, messageId);
  const beside = quoted && (quoted.id === root.id || quoted.threadRootId === root.id);
  if (!beside || quoted.deletedAt) throw new AppError("REPLY_TARGET_MISSING");
}
