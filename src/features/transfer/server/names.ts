import { createHash } from "node:crypto";

/** Control characters, line separators, and marks that turn the direction of the text around the name. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const nameMaximum = 80;
/** Leaves room below the 64 characters of a user name for a suffix. */
const usernameMaximum = 48;

/** A name from elsewhere as people may see it: as it is, bounded, without control characters. May be empty. */
export function visibleName(name: string): string {
  return cut(name.replace(unprintable, "").trim(), nameMaximum).trim();
}

/**
 * The user name nearest to a nickname that `usernameValue` accepts; many nicknames may lead to one. What no
 * user name can be made of (emoji, brackets alone) gives `user-` and a part of the nickname's hash.
 */
export function usernameFor(nickname: string): string {
  const letters = nickname
    .normalize("NFC")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-");
  const username = cut(letters.replace(/^[._-]+/, ""), usernameMaximum).replace(/[._-]+$/, "");
  if (username.length >= 2) return username;
  if (username.length === 1) return `user-${username}`;
  return `user-${createHash("sha256").update(nickname).digest("hex").slice(0, 8)}`;
}

/** Cuts to at most `maximum` UTF-16 units, never through a character. */
function cut(text: string, maximum: number): string {
  const part = text.slice(0, maximum);
  return /[\ud800-\udbff]$/.test(part) ? part.slice(0, -1) : part;
}
