import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { violatedConstraint } from "@/server/db/violated-constraint";
import type { Message } from "../dto";
import type { SendMessageInput } from "../input";
import { parseMentions } from "../mentions/parse-mentions";
import { resolveEveryone } from "../mentions/server/resolve-everyone";
import { replyInThread } from "../threads/server/reply-in-thread";
import { insertMessage } from "./insert-message";
import type { InsertOutcome, NewMessage } from "./insert-messages";
import { getMessage } from "./queries";
import { requireLength } from "./require-length";
import { screened } from "./screened";

/**
 * Sends a message, on the main line or in a thread. The id is the idempotency key: sending it again returns
 * the first result. Throws NOT_FOUND, MESSAGE_TOO_LONG, REPLY_TARGET_MISSING, CONVERSATION_ARCHIVED,
 * ANNOUNCEMENT_ONLY, SLOW_MODE (with the seconds to wait), or MESSAGE_ID_TAKEN for an id that belongs
 * to another author or conversation; and what `screened` throws.
 */
export function sendMessage(ctx: ActorContext, input: SendMessageInput): Promise<Message> {
  return screened(ctx, input, () => sendScreenedMessage(ctx, input));
}

/** The same, for a text that the instance's filters let through, or a moderator in their place. */
export async function sendScreenedMessage(ctx: ActorContext, input: SendMessageInput): Promise<Message> {
  if (input.threadRootId) return replyInThread(ctx, { ...input, threadRootId: input.threadRootId });
  await requireLength(input.body);
  const { usernames, everyone } = parseMentions(input.body);
  return deliverMessage(ctx, {
    ...input,
    usernames,
    everyone: await resolveEveryone(ctx, input.conversationId, everyone),
    forwardedFrom: null,
  });
}

/** Stores and announces a message whose text has been checked; `sendMessage` says what it throws. */
export async function deliverMessage(ctx: ActorContext, input: NewMessage): Promise<Message> {
  const outcome = await insertOnce(ctx, input);
  const { visible, earlier, inserted } = outcome;
  if (inserted) return inserted.message;
  if (!visible) throw new AppError("NOT_FOUND");
  if (!earlier) throw refusalOf(outcome);
  const own = earlier.authorId === ctx.actor.id && earlier.conversationId === input.conversationId;
  const first = own ? await getMessage(database().db, input.conversationId, input.id) : null;
  if (!first) throw new AppError("MESSAGE_ID_TAKEN");
  return first;
}

function refusalOf({ refusal, waitSeconds }: InsertOutcome): AppError {
  if (refusal === "archived") return new AppError("CONVERSATION_ARCHIVED");
  if (refusal === "announcements") return new AppError("ANNOUNCEMENT_ONLY");
  if (refusal === "slow") return new AppError("SLOW_MODE", { seconds: waitSeconds });
  return new AppError("REPLY_TARGET_MISSING");
}

/**
 * Two requests with one id at the same moment: the second fails on the key and then finds the first. What was
 * refused is asked again once: the same message may have arrived, or the group have changed, meanwhile.
 */
async function insertOnce(ctx: ActorContext, input: NewMessage): Promise<InsertOutcome> {
  try {
    const outcome = await insertMessage(ctx.actor, input);
    const refused = outcome.visible && !outcome.inserted && !outcome.earlier;
    return refused ? await insertMessage(ctx.actor, input) : outcome;
  } catch (error) {
    if (violatedConstraint(error) !== "messages_pkey") throw error;
    return insertMessage(ctx.actor, input);
  }
}
