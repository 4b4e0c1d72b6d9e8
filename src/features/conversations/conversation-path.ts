/** What of the conversations an address shows. */
export type ConversationRoute = {
  conversationId: string | null;
  /** The message to jump to. */
  seq: number | null;
  details: boolean;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const listPath = "/c";
export const conversationPath = (conversationId: string) => `${listPath}/${conversationId}`;
export const messagePath = (conversationId: string, seq: number) => `${listPath}/${conversationId}/${seq}`;
export const detailsPath = (conversationId: string) => `${listPath}/${conversationId}/details`;

/** Reads the segments after `/c`: nothing, an id, an id and a message's `seq`, or an id and `details`. */
export function parseConversationSlug(slug: string[]): ConversationRoute | null {
  const [id, rest] = slug;
  if (id === undefined) return { conversationId: null, seq: null, details: false };
  if (!uuid.test(id) || slug.length > 2) return null;
  if (rest === undefined) return { conversationId: id, seq: null, details: false };
  if (rest === "details") return { conversationId: id, seq: null, details: true };
  const seq = Number(rest);
  return /^[1-9]\d{0,14}$/.test(rest) ? { conversationId: id, seq, details: false } : null;
}

/** The same for a whole path. */
export function parseConversationPath(pathname: string): ConversationRoute | null {
  const [, root, ...slug] = pathname.split("/");
  return `/${root}` === listPath ? parseConversationSlug(slug.filter(Boolean)) : null;
}
