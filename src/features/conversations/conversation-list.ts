import type { ConversationDetails, ConversationSummary, LastMessage, Membership } from "./dto";
import { newerConversation } from "./newer-conversation";

/** The signed-in person's conversations as a client holds them, most recent activity first. */
export type ConversationList = {
  conversations: ConversationSummary[];
  nextCursor: { lastActivityAt: string; id: string } | null;
};

/** How many messages are shown as unread: after the read marker, or from where the person marked them so. */
export function unreadCount(
  c: Pick<ConversationSummary, "lastSeq" | "lastReadSeq" | "unreadFromSeq">,
): number {
  const read = c.unreadFromSeq === null ? c.lastReadSeq : Math.min(c.lastReadSeq, c.unreadFromSeq - 1);
  return Math.max(0, c.lastSeq - read);
}

/** Whether the person wants to be bothered by what is unread here: in the title, in bold, by a badge. */
export const isSilent = (c: Pick<ConversationSummary, "mutedUntil" | "notificationLevel">, now: number) =>
  c.notificationLevel === "none" || (c.mutedUntil !== null && Date.parse(c.mutedUntil) > now);

/** Favourites in a section of their own, in front; each section stays in its order. */
export const favouritesFirst = (conversations: ConversationSummary[]) => [
  ...conversations.filter((c) => c.favourite),
  ...conversations.filter((c) => !c.favourite),
];

/** Takes in a conversation as the server tells it; an older state than the one held changes nothing. */
export function withConversation(list: ConversationList, summary: ConversationSummary): ConversationList {
  const held = list.conversations.find((c) => c.id === summary.id);
  return sorted(list, [
    ...list.conversations.filter((c) => c.id !== summary.id),
    newerConversation(held, summary),
  ]);
}

/**
 * Takes in the whole list as the server tells it. What was added or removed on this client after the
 * question was asked (when it held `idsBefore`) may not be in the answer yet, and stays as it is.
 */
export function withSnapshot(
  list: ConversationList | undefined,
  snapshot: ConversationSummary[],
  idsBefore: ReadonlySet<string>,
): ConversationList {
  const held = new Map(list?.conversations.map((c) => [c.id, c]));
  const told = new Set(snapshot.map((c) => c.id));
  const addedMeanwhile = [...held.values()].filter((c) => !told.has(c.id) && !idsBefore.has(c.id));
  const conversations = snapshot
    .filter((c) => held.has(c.id) || !idsBefore.has(c.id))
    .map((c) => newerConversation(held.get(c.id), c));
  return sorted({ conversations: [], nextCursor: list?.nextCursor ?? null }, [
    ...conversations,
    ...addedMeanwhile,
  ]);
}

/** Takes in what comes after the part of the list that is held. */
export function withRest(list: ConversationList, page: ConversationList): ConversationList {
  const held = new Map(list.conversations.map((c) => [c.id, c]));
  const rest = page.conversations.map((c) => newerConversation(held.get(c.id), c));
  for (const { id } of rest) held.delete(id);
  return sorted({ ...list, nextCursor: null }, [...held.values(), ...rest]);
}

/** Takes in what a conversation is now; an older state than the one held changes nothing. */
export function withDetails(list: ConversationList, details: ConversationDetails): ConversationList {
  return changed(list, details.id, (c) =>
    c.detailsRevision >= details.detailsRevision ? c : { ...c, ...details },
  );
}

/** Takes in the person's role and own settings; an older state than the one held changes nothing. */
export function withMembership(
  list: ConversationList,
  conversationId: string,
  membership: Membership,
): ConversationList {
  return changed(list, conversationId, (c) =>
    c.membershipRevision >= membership.membershipRevision ? c : { ...c, ...membership },
  );
}

/** Takes in that many conversations were marked as read at once. */
export function withMarkers(
  list: ConversationList,
  markers: { conversationId: string; seq: number; membershipRevision: number }[],
): ConversationList {
  const moved = new Map(markers.map((each) => [each.conversationId, each]));
  return {
    ...list,
    conversations: list.conversations.map((c) => {
      const marker = moved.get(c.id);
      if (!marker) return c;
      const lastReadSeq = Math.max(c.lastReadSeq, marker.seq);
      const { membershipRevision } = marker;
      return c.membershipRevision >= membershipRevision
        ? { ...c, lastReadSeq }
        : { ...c, lastReadSeq, unreadFromSeq: null, membershipRevision };
    }),
  };
}

export function withoutConversation(list: ConversationList, conversationId: string): ConversationList {
  return { ...list, conversations: list.conversations.filter((c) => c.id !== conversationId) };
}

/** A message as the list takes it in: `isNew` unless it is told of because it changed. */
export type ListedMessage = LastMessage & { threadRootId: string | null; isNew: boolean };

/**
 * Takes in a message, new or changed: the conversation's preview, order and unread count. Doubled or late
 * ones do no harm, replies in threads change nothing: they are not on the conversation's main line.
 */
export function withMessage(
  list: ConversationList,
  conversationId: string,
  { threadRootId, isNew, ...message }: ListedMessage,
  ownId: string,
): ConversationList {
  return changed(list, conversationId, (c) => {
    const revision = Math.max(c.revision, message.revision);
    if (threadRootId !== null) return { ...c, revision };
    const { lastSeq, lastActivityAt } = c;
    // Who writes has read what is above; told again of it, they may have marked it as unread since.
    const hasRead = isNew && message.author.id === ownId && message.seq > c.lastReadSeq;
    const marker = hasRead ? { lastReadSeq: message.seq, unreadFromSeq: null } : {};
    if (message.seq < lastSeq) return { ...c, revision, ...marker };
    if (message.seq === lastSeq && c.lastMessage && message.revision <= c.lastMessage.revision) {
      return { ...c, revision, ...marker };
    }
    return {
      ...c,
      lastSeq: message.seq,
      revision,
      lastMessage: message,
      lastActivityAt: message.seq > lastSeq ? message.createdAt : lastActivityAt,
      ...marker,
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
