import { foldName } from "@/lib/fold-name";

/**
 * What of many things somebody means by a few letters, the likeliest first: every word typed must fit a
 * name as its beginning, a part, its initials in order, or with a typing error. Equals keep their order.
 */
export function rankByName<Thing>(things: Thing[], query: string, nameOf: (thing: Thing) => string): Thing[] {
  const words = foldName(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return things;
  return things
    .map((thing) => ({ thing, score: scoreOf(words, foldName(nameOf(thing))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}

/** How well the worst of the words fits; 0 where one does not fit at all. */
function scoreOf(words: string[], name: string): number {
  const parts = name.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const scores = words.map((word) => {
    if (name === word) return 100;
    if (name.startsWith(word)) return 90;
    if (parts.some((part) => part.startsWith(word))) return 80;
    if (name.includes(word)) return 60;
    if (parts.some((part) => isMistyped(word, part))) return 40;
    return word.length >= 2 && isSubsequence(word, name) ? 20 : 0;
  });
  return Math.min(...scores);
}

/** Whether the letters occur in a name in their order, the first of them where a word begins. */
function isSubsequence(word: string, name: string): boolean {
  const starts = [...name.matchAll(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]/gu)];
  return starts.some(({ index }) => {
    let at = index;
    for (const letter of word) {
      const found = name.indexOf(letter, at);
      if (found < 0 || (at === index && found !== index)) return false;
      at = found + letter.length;
    }
    return true;
  });
}

/** Whether a word begins another but for one error, two in a long one: a letter wrong, missing, added or swapped. */
function isMistyped(word: string, part: string): boolean {
  if (word.length < 4) return false;
  const allowed = word.length >= 8 ? 2 : 1;
  for (let length = word.length - allowed; length <= word.length + allowed; length++) {
    if (length > 0 && length <= part.length && distance(word, part.slice(0, length)) <= allowed) return true;
  }
  return false;
}

/** Errors between two words; neighbours that are swapped count as one. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] as number) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(wrong, swapped, (last[j] as number) + 1, (row[j - 1] as number) + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
