let graphemes: Intl.Segmenter | undefined;

/**
 * Scripts of which each character stands by itself: Latin, Greek, Cyrillic, Japanese, Chinese and Korean, as keyboards
 * write them. Cutting other text up takes tables that browsers are slow to load.
 */
const plain =
  /^[\u0020-\u02ff\u0370-\u0482\u048a-\u052f\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]*$/;

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
  for (const character of charactersOf(word)) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(character)) return character;
  }
  return "";
}

function* charactersOf(word: string): Iterable<string> {
  if (plain.test(word)) return yield* word;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const { segment } of graphemes.segment(word)) yield segment;
}
