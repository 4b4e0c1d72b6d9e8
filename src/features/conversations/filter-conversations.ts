import type { ConversationSummary } from "./dto";

/** Letters without case and accents, so that "jose" finds "José". */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase();

/** The conversations in whose name, or the other person's user name, every word of the query occurs. */
export function filterConversations(
  conversations: ConversationSummary[],
  query: string,
  nameOf: (conversation: ConversationSummary) => string,
): ConversationSummary[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return conversations;
  return conversations.filter((conversation) => {
    const text = plain(`${nameOf(conversation)} ${conversation.counterpart?.username ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}
