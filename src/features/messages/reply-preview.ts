import type { Message, ReplyPreview } from "./dto";
import { excerptOf, quoteLength } from "./excerpt";

/** What a reply shows of the message that it answers: the same as the server tells of it. */
export function toReplyPreview(message: Message): ReplyPreview {
  const { id, seq, revision, author, body, deletedAt } = message;
  return { id, seq, revision, author, excerpt: excerptOf(body, quoteLength), deleted: deletedAt !== null };
}
