const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * One or two characters that stand for a name: the first of its first and of its last word. Works on
 * what readers see as characters, so accents, conjuncts and emoji stay whole; scripts that write names
 * without spaces give one.
 */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s\u00a0_.-]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (leading(first) + leading(last)).toLocaleUpperCase() || "?";
}

function leading(word: string | undefined): string {
  if (!word) return "";
  for (const { segment } of graphemes.segment(word)) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) return segment;
  }
  return "";
}
