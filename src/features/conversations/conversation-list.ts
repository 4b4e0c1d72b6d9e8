import type { ConversationSummary, LastMessage } from "./dto";

/** The signed-in person's conversations as a client holds them, most recent activity first. */
export type ConversationList = {
  conversations: ConversationSummary[];
  nextCursor: { lastActivityAt: string; id: string } | null;
};

export const unreadCount = (c: Pick<ConversationSummary, "lastSeq" | "lastReadSeq">) =>
  Math.max(0, c.lastSeq - c.lastReadSeq);

/** Takes in a conversation as the server tells it; an older state than the one held changes nothing. */
export function withConversation(list: ConversationList, summary: ConversationSummary): ConversationList {
  const held = list.conversations.find((c) => c.id === summary.id);
  if (held && held.revision > summary.revision) return list;
  const merged = held
    ? { ...summary, lastReadSeq: Math.max(held.lastReadSeq, summary.lastReadSeq) }
    : summary;
  return sorted(list, [...list.conversations.filter((c) => c.id !== summary.id), merged]);
}

export function withoutConversation(list: ConversationList, conversationId: string): ConversationList {
  return { ...list, conversations: list.conversations.filter((c) => c.id !== conversationId) };
}

/** Takes in a message: the conversation's preview, order and unread count. Doubled or late ones change nothing. */
export function withMessage(
  list: ConversationList,
  conversationId: string,
  message: LastMessage & { revision: number },
  ownId: string,
): ConversationList {
  return changed(list, conversationId, (c) => {
    const { revision, ...lastMessage } = message;
    if (message.seq <= c.lastSeq) return { ...c, revision: Math.max(c.revision, revision) };
    return {
      ...c,
      lastSeq: message.seq,
      revision: Math.max(c.revision, revision),
      lastMessage,
      lastActivityAt: message.createdAt,
      lastReadSeq: message.author.id === ownId ? message.seq : c.lastReadSeq,
    };
  });
}

/** Takes in a read marker; markers never go back. */
export function withReadMarker(
  list: ConversationList,
  conversationId: string,
  seq: number,
): ConversationList {
  return changed(list, conversationId, (c) => ({ ...c, lastReadSeq: Math.max(c.lastReadSeq, seq) }));
}

function changed(
  list: ConversationList,
  conversationId: string,
  change: (c: ConversationSummary) => ConversationSummary,
): ConversationList {
  if (!list.conversations.some((c) => c.id === conversationId)) return list;
  return sorted(
    list,
    list.conversations.map((c) => (c.id === conversationId ? change(c) : c)),
  );
}

function sorted(list: ConversationList, conversations: ConversationSummary[]): ConversationList {
  const byActivity = (a: ConversationSummary, b: ConversationSummary) =>
    a.lastActivityAt === b.lastActivityAt
      ? a.id < b.id
        ? 1
        : -1
      : a.lastActivityAt < b.lastActivityAt
        ? 1
        : -1;
  return { ...list, conversations: conversations.sort(byActivity) };
}
