import type { ExcerptPart } from "./dto";
import type { Term } from "./parse-query";

const before = 60;
const length = 220;
/** Marks that belong to no script of their own; the vowel signs of Indic scripts are letters to their readers. */
const accents = /\p{Script=Inherited}/gu;

/**
 * The part of a message around the first hit, cut into what was searched for and what was not. Letters
 * compare without case and accents, as the search itself does.
 */
export function excerptOf(body: string, terms: Term[]): ExcerptPart[] {
  const folded = fold(body);
  const wanted = terms
    .filter((t) => !t.negated)
    .flatMap((t) => (t.exact ? [t.text] : t.text.split(/[^\p{L}\p{N}\p{M}]+/u)))
    .map((text) => fold(text).text)
    .filter(Boolean);
  const ranges = merge(wanted.flatMap((text) => occurrences(folded, text)));
  const from = Math.max(0, (ranges[0]?.[0] ?? 0) - before);
  const to = Math.min(body.length, from + length);
  const parts: ExcerptPart[] = [];
  let at = from;
  for (const [start, end] of ranges) {
    if (start >= to) break;
    if (start > at) parts.push({ text: body.slice(at, start), hit: false });
    parts.push({ text: body.slice(start, Math.min(end, to)), hit: true });
    at = Math.min(end, to);
  }
  if (at < to) parts.push({ text: body.slice(at, to), hit: false });
  if (from > 0) parts.unshift({ text: "…", hit: false });
  if (to < body.length) parts.push({ text: "…", hit: false });
  return parts;
}

type Folded = { text: string /** Where each folded character stands in the original. */; origin: number[] };

function fold(original: string): Folded {
  let text = "";
  const origin: number[] = [];
  let at = 0;
  for (const character of original) {
    for (const letter of character.normalize("NFKD").replace(accents, "").toLowerCase()) {
      text += letter;
      for (let i = 0; i < letter.length; i++) origin.push(at);
    }
    at += character.length;
  }
  origin.push(at);
  return { text, origin };
}

function occurrences({ text, origin }: Folded, wanted: string): [number, number][] {
  const found: [number, number][] = [];
  const isWord =
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    // Words are found by their beginning; in scripts without spaces any place counts.
    const startsWord = at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    if (startsWord || !isWord.test(wanted)) {
      found.push([origin[at] as number, origin[at + wanted.length] as number]);
    }
  }
  return found;
}

function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
