import { eq } from "drizzle-orm";
import { conversationChannel } from "@/features/conversations/channels";
import { getSetting } from "@/features/settings/server/get-settings";
import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { messages } from "@/server/db/schema/messages";
import { publishCommitted } from "@/server/db/transaction";
import { violatedConstraint } from "@/server/db/violated-constraint";
import type { Message } from "../dto";
import type { SendMessageInput } from "../input";
import { type InsertOutcome, insertMessage } from "./insert-message";
import { queryMessages } from "./queries";

/**
 * Sends a message. The id is the idempotency key: sending it again returns the first result.
 * Throws NOT_FOUND, MESSAGE_TOO_LONG, REPLY_TARGET_MISSING, CONVERSATION_ARCHIVED, ANNOUNCEMENT_ONLY,
 * SLOW_MODE (with the seconds to wait), or MESSAGE_ID_TAKEN for an id that belongs
 * to another author or conversation.
 */
export async function sendMessage(ctx: ActorContext, input: SendMessageInput): Promise<Message> {
  const maximum = await getSetting("messageMaximumLength");
  if (input.body.length > maximum) throw new AppError("MESSAGE_TOO_LONG", { maximum });

  const outcome = await insertOnce(ctx, input);
  const { visible, earlier, inserted } = outcome;
  if (inserted) {
    const { message, outboxId } = inserted;
    publishCommitted([
      {
        id: outboxId,
        channels: [conversationChannel(input.conversationId)],
        name: "message.created",
        data: { message },
      },
    ]);
    return message;
  }
  if (!visible) throw new AppError("NOT_FOUND");
  if (!earlier) throw refusalOf(outcome);
  const own = earlier.authorId === ctx.actor.id && earlier.conversationId === input.conversationId;
  const [first] = own
    ? await queryMessages(input.conversationId, eq(messages.id, input.id), "newest first", 1)
    : [];
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
async function insertOnce(ctx: ActorContext, input: SendMessageInput): Promise<InsertOutcome> {
  try {
    const outcome = await insertMessage(ctx.actor, input);
    const refused = outcome.visible && !outcome.inserted && !outcome.earlier;
    return refused ? await insertMessage(ctx.actor, input) : outcome;
  } catch (error) {
    if (violatedConstraint(error) !== "messages_pkey") throw error;
    return insertMessage(ctx.actor, input);
  }
}
