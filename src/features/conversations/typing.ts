/**
 * Who is typing, told from client to client on the conversation's channel: only a hint, which a member
 * could forge, so that nothing but a line of text may follow from it.
 */
export const typingEvent = "client-typing";
export type Typing = { userId: string };

/** While somebody types, they say so at most this often, in milliseconds. */
export const sayEveryMs = 3_000;
/** Who has not said so again by then has stopped, in milliseconds. */
const stopAfterMs = 6_000;

/** Who typed when, in milliseconds of any one clock. */
export type Typists = ReadonlyMap<string, number>;

/** Takes in that somebody types. Anything that is not such an event changes nothing. */
export function withTyping(typists: Typists, data: unknown, now: number): Typists {
  const userId = (data as Partial<Typing> | null)?.userId;
  return typeof userId === "string" ? new Map(typists).set(userId, now) : typists;
}

/** Somebody's message arrived: they have stopped. */
export function withoutTypist(typists: Typists, userId: string): Typists {
  if (!typists.has(userId)) return typists;
  const left = new Map(typists);
  left.delete(userId);
  return left;
}

/** Those who have not stopped. The same object when nobody has. */
export function stillTyping(typists: Typists, now: number): Typists {
  const left = [...typists].filter(([, at]) => now - at < stopAfterMs);
  return left.length === typists.size ? typists : new Map(left);
}
