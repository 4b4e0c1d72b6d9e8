import type { CompactEmoji } from "emojibase";
import { isEmoji } from "./is-emoji";

export type Emoji = { text: string; label: string; group: number; words: string[]; shortcodes: string[] };

/** Loads every emoji with its names in one of the interface's languages; they come only when asked for. */
export async function loadEmojis(locale: string): Promise<Emoji[]> {
  const [emojis, shortcodes] = await Promise.all([
    locale === "de" ? import("emojibase-data/de/compact.json") : import("emojibase-data/en/compact.json"),
    import("emojibase-data/en/shortcodes/github.json"),
  ]);
  return toEmojis(emojis.default as CompactEmoji[], shortcodes.default as Record<string, string | string[]>);
}

/** Brings the catalogue into the picker's form: in Unicode's order, without what cannot be sent. */
function toEmojis(list: CompactEmoji[], codes: Record<string, string | string[]>): Emoji[] {
  return list
    .flatMap((emoji) => {
      const text = sendable(emoji.unicode);
      return text && emoji.group !== undefined ? [{ ...emoji, unicode: text }] : [];
    })
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ unicode, label, group = 0, tags = [], hexcode }) => {
      const shortcodes = [codes[hexcode] ?? []].flat();
      const words = [label, ...tags, ...shortcodes].map((word) => word.toLocaleLowerCase());
      return { text: unicode, label, group, words, shortcodes };
    });
}

/** The catalogue asks for the coloured form also where that is the usual one; Unicode recommends to leave it. */
const sendable = (text: string) => [text, text.replaceAll("\ufe0f", "")].find(isEmoji);

/** Emoji of which a name, tag or shortcode has every word of the query at a word's beginning, the best first. */
export function searchEmojis(emojis: Emoji[], query: string, limit: number): Emoji[] {
  const wanted = query
    .toLocaleLowerCase()
    .replaceAll(":", " ")
    .split(/[\s_]+/)
    .filter(Boolean);
  if (wanted.length === 0) return [];
  const score = ({ words }: Emoji) =>
    wanted.every((w) => words.some((word) => word.split(/[\s_-]+/).some((part) => part.startsWith(w))))
      ? Number(words.some((word) => word === wanted.join("_") || word === wanted.join(" ")))
      : -1;
  return emojis
    .map((emoji) => ({ emoji, rank: score(emoji) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
}
