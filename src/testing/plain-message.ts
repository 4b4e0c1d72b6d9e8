import type { Message } from "@/features/messages/dto";

/** A message that nothing has happened to yet. */
export function plainMessage(
  given: Pick<Message, "id" | "conversationId" | "seq" | "revision" | "author" | "body" | "createdAt">,
): Message {
  return {
    kind: "text",
    system: null,
    threadRootId: null,
    thread: null,
    replyTo: null,
    mentions: { users: [], everyone: null },
    forwardedFrom: null,
    linkPreview: null,
    reactions: [],
    editedAt: null,
    pinnedAt: null,
    deletedAt: null,
    ...given,
  };
}
