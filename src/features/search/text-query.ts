import type { Term } from "./parse-query";

/** The ranges that the database's function `search_bigrams` splits into pairs of characters. */
const unspaced =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\u{20000}-\u{2FA1F}]+/gu;
/** Shorter beginnings of words match too much to help. */
const shortestPrefix = 3;

/** A part of a text query: words for PostgreSQL's parser, or lexemes that are ready as they are. */
export type QueryPart = { words: string } | { lexemes: string };

/** What a term means to the text search: all of the parts must be found. */
export function termParts({ text, exact }: Term): QueryPart[] {
  const words = text.replace(unspaced, " ").trim();
  const parts: QueryPart[] = [...text.matchAll(unspaced)].map(([run]) => ({ lexemes: bigrams(run) }));
  if (/[\p{L}\p{N}]/u.test(words)) {
    const prefix = !exact && words.length >= shortestPrefix ? ":*" : "";
    parts.push({ words: `'${words.replace(/['\\]/g, " ")}'${prefix}` });
  }
  return parts;
}

/** What of a text stands in scripts without spaces, as a text query; null where nothing does. */
export function unspacedLexemes(text: string): string | null {
  const runs = [...text.normalize("NFKC").matchAll(unspaced)].map(([run]) => bigrams(run));
  return runs.length > 0 ? runs.map((run) => `(${run})`).join(" & ") : null;
}

/** Neighbouring pairs in their order; a single character is the beginning of some pair. */
function bigrams(run: string): string {
  const characters = [...run];
  if (characters.length === 1) return `'${run}':*`;
  return characters
    .slice(0, -1)
    .map((character, i) => `'${character}${characters[i + 1]}'`)
    .join(" <-> ");
}
