import type { Message } from "@/features/messages/dto";

/**
 * What a message that arrives is to the person by itself; null for what is told of by a notification of its own (it
 * calls the person, answers them, or belongs to a thread), for their own messages and for notes of the system.
 */
export function messageCause(
  { author, kind, threadRootId, mentions, replyTo }: Message,
  conversationKind: "direct" | "group",
  ownId: string,
): "direct" | "message" | null {
  if (author.id === ownId || kind === "system" || threadRootId !== null) return null;
  const called = mentions.everyone !== null || mentions.users.some((user) => user.id === ownId);
  if (called || replyTo?.author.id === ownId) return null;
  return conversationKind === "direct" ? "direct" : "message";
}
