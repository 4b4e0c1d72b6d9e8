/** What is being written at the caret that a list can complete. `from` and `to` are where it stands in the text. */
export type CompletionToken = { kind: "mention" | "emoji"; query: string; from: number; to: number };

/** A name after `@`, from its first letter on, or an emoji's name after `:`, from its second. */
const mention = /(?<![A-Za-z0-9.@/-])@((?:[\p{L}\p{N}][\p{L}\p{N}._-]*)?)$/u;
const emoji = /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{2,})$/iu;
/** More than a line of text before the caret is never part of a token. */
const reach = 64;

/**
 * The token that ends at the caret, or null. There is none inside of code: nothing there is a call or an emoji.
 * @param caret where the selection begins and ends
 */
export function findToken(text: string, caret: number): CompletionToken | null {
  const before = text.slice(0, caret);
  if (isInCode(before)) return null;
  const near = before.slice(-reach);
  for (const [kind, pattern] of [
    ["mention", mention],
    ["emoji", emoji],
  ] as const) {
    const found = pattern.exec(near);
    if (found)
      return { kind, query: (found[1] ?? "").toLowerCase(), from: caret - found[0].length, to: caret };
  }
  return null;
}

/** The text with the token replaced and a space after it, and where the caret then stands. */
export function complete(text: string, { from, to }: CompletionToken, replacement: string) {
  const after = text.slice(to);
  const space = /^\s/.test(after) ? "" : " ";
  const inserted = `${replacement}${space}`;
  return { text: text.slice(0, from) + inserted + after, caret: from + inserted.length + (space ? 0 : 1) };
}

/** Whether a fence or a tick is open at the end. */
function isInCode(text: string): boolean {
  const fences = text.match(/^(?:```|~~~)/gm)?.length ?? 0;
  if (fences % 2 === 1) return true;
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
