const conversationPrefix = "private-conversation-";
const userPrefix = "private-user-";

/** Everything that happens in a conversation; its members may listen. */
export const conversationChannel = (conversationId: string) => `${conversationPrefix}${conversationId}`;

/** What concerns one person on all devices; only that person may listen. */
export const userChannel = (userId: string) => `${userPrefix}${userId}`;

export type ParsedChannel =
  | { kind: "conversation"; conversationId: string }
  | { kind: "user"; userId: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a channel's name speaks of, or null for a name that is none of ours. */
export function parseChannel(name: string): ParsedChannel | null {
  const prefix = name.startsWith(conversationPrefix) ? conversationPrefix : userPrefix;
  const id = name.slice(prefix.length);
  if (!name.startsWith(prefix) || !uuid.test(id)) return null;
  return prefix === conversationPrefix
    ? { kind: "conversation", conversationId: id }
    : { kind: "user", userId: id };
}
