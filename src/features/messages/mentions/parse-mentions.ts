/** What a text asks to address; whether these people exist and may be addressed is decided when it is sent. */
export type RequestedMentions = { usernames: string[]; everyone: "here" | "all" | null };

/** People addressed by name in one message; further names stay plain text. */
export const mentionLimit = 50;

/** As user names are written (`usernameValue`): an `@` inside a word, an address or a path starts none. */
const mention = /(?<![A-Za-z0-9.@/-])@([\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?)/gu;
const code = /(`{3,}|~{3,})[\s\S]*?(?:\1|$)|(`+)[^`][\s\S]*?\2(?!`)/g;

/** Finds `@name`, `@here` and `@all` outside of code. Names are in lower case, each once, in order. */
export function parseMentions(body: string): RequestedMentions {
  const names = new Set(
    Array.from(body.replace(code, " ").matchAll(mention), ([, name]) => (name as string).toLowerCase()),
  );
  const everyone = names.delete("all") ? "all" : names.has("here") ? "here" : null;
  names.delete("here");
  return { usernames: [...names].slice(0, mentionLimit), everyone };
}

/** The text cut at its mentions, for showing: names in the order in which they stand. */
export function splitMentions(text: string): (string | { name: string })[] {
  const parts: (string | { name: string })[] = [];
  let end = 0;
  for (const match of text.matchAll(mention)) {
    if (match.index > end) parts.push(text.slice(end, match.index));
    parts.push({ name: match[1] as string });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push(text.slice(end));
  return parts;
}
