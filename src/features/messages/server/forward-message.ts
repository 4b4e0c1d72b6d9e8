import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Message } from "../dto";
import type { ForwardMessageInput } from "../input";
import { requireMessage } from "./access";
import { screened } from "./screened";
import { deliverMessage } from "./send-message";

/**
 * Says a message again in another conversation of the actor's, with its origin: the first author and time,
 * through any number of forwards. A copy calls nobody, and stays when the original changes. `id` is the
 * idempotency key, as of a send. Throws NOT_FOUND, MESSAGE_DELETED, FORBIDDEN, MESSAGE_ID_TAKEN, and
 * what `screened` throws.
 */
export async function forwardMessage(ctx: ActorContext, input: ForwardMessageInput): Promise<Message> {
  const { message } = await requireMessage(ctx, input);
  if (message.deletedAt) throw new AppError("MESSAGE_DELETED");
  if (message.kind !== "text") throw new AppError("FORBIDDEN");
  const { id: messageId, conversationId, author, createdAt: sentAt } = message;
  const copy = {
    id: input.id,
    conversationId: input.toConversationId,
    body: message.body,
    usernames: [],
    everyone: null,
    forwardedFrom: message.forwardedFrom ?? { messageId, conversationId, author, sentAt },
  };
  return screened(ctx, copy, () => deliverMessage(ctx, copy));
}
