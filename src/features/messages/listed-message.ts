import type { ListedMessage } from "@/features/conversations/conversation-list";
import type { Message } from "./dto";
import { excerptOf, previewLength } from "./excerpt";

/** A message as the list of conversations takes it in; `isNew` unless it is told of because it changed. */
export function toListedMessage(message: Message, isNew: boolean): ListedMessage {
  const { seq, revision, author, system, createdAt, threadRootId } = message;
  const excerpt = excerptOf(message.body, previewLength);
  return {
    seq,
    revision,
    author,
    system,
    createdAt,
    excerpt,
    deleted: message.deletedAt !== null,
    threadRootId,
    isNew,
  };
}
