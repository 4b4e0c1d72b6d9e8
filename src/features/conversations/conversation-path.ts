/** What of the conversations an address shows. */
export type ConversationRoute = {
  conversationId: string | null;
  /** The message to jump to. */
  seq: number | null;
  /** The reply to show, in the thread that begins with that message. */
  replySeq: number | null;
  details: boolean;
  /** The search, in the place of a conversation. */
  search: boolean;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const listPath = "/c";
export const conversationPath = (conversationId: string) => `${listPath}/${conversationId}`;
export const messagePath = (conversationId: string, seq: number, replySeq: number | null = null) =>
  `${listPath}/${conversationId}/${seq}${replySeq === null ? "" : `/${replySeq}`}`;
export const detailsPath = (conversationId: string) => `${listPath}/${conversationId}/details`;

export const searchRoot = `${listPath}/search`;

const nothing: ConversationRoute = {
  conversationId: null,
  seq: null,
  replySeq: null,
  details: false,
  search: false,
};

/**
 * Reads the segments after `/c`: nothing, `search`, an id, an id and a message's `seq` (of a reply the
 * one of its thread's beginning, and its own), or an id and `details`.
 */
export function parseConversationSlug(slug: string[]): ConversationRoute | null {
  const [id, rest, reply] = slug;
  if (id === undefined) return nothing;
  if (id === "search" && slug.length === 1) return { ...nothing, search: true };
  if (!uuid.test(id) || slug.length > 3) return null;
  const opened = { ...nothing, conversationId: id };
  if (rest === undefined) return opened;
  if (rest === "details" && reply === undefined) return { ...opened, details: true };
  const places = [rest, ...(reply === undefined ? [] : [reply])];
  if (!places.every((place) => /^[1-9]\d{0,14}$/.test(place))) return null;
  return { ...opened, seq: Number(rest), replySeq: reply === undefined ? null : Number(reply) };
}

/** The same for a whole path. */
export function parseConversationPath(pathname: string): ConversationRoute | null {
  const [, root, ...slug] = pathname.split("/");
  return `/${root}` === listPath ? parseConversationSlug(slug.filter(Boolean)) : null;
}
