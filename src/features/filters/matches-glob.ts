/**
 * Whether a whole word fits a pattern in which `*` stands for any characters and `?` for one. The parts between the
 * `*` are found one after the other, each as early as it goes: never is a step taken back.
 */
export function matchesGlob(word: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return word.length === first.length && fitsAt(word, first, 0);
  const end = word.length - last.length;
  if (!fitsAt(word, first, 0) || end < first.length || !fitsAt(word, last, end)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = findFrom(word, part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

function findFrom(word: string, part: string, from: number): number {
  if (!part.includes("?")) return word.indexOf(part, from);
  for (let at = from; at + part.length <= word.length; at++) if (fitsAt(word, part, at)) return at;
  return -1;
}

function fitsAt(word: string, part: string, at: number): boolean {
  if (at + part.length > word.length) return false;
  for (let i = 0; i < part.length; i++) {
    if (part[i] !== "?" && part[i] !== word[at + i]) return false;
  }
  return true;
}
