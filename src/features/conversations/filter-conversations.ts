import { foldName } from "@/lib/fold-name";
import type { ConversationSummary } from "./dto";

/** The conversations in whose name, or the other person's user name, every word of the query occurs. */
export function filterConversations(
  conversations: ConversationSummary[],
  query: string,
  nameOf: (conversation: ConversationSummary) => string,
): ConversationSummary[] {
  const words = foldName(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return conversations;
  return conversations.filter((conversation) => {
    const text = foldName(`${nameOf(conversation)} ${conversation.counterpart?.username ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}
