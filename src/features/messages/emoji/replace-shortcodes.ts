import type { Emoji } from "./emoji-catalogue";

const code = /:([a-z0-9_+-]+):/g;

/** The text with known `:shortcodes:` replaced by their emoji, except inside of code. */
export function replaceShortcodes(text: string, emojis: Emoji[]): string {
  const known = byCode(emojis);
  return text
    .split(/(`[^`]*`?)/)
    .map((part) =>
      part.startsWith("`") ? part : part.replace(code, (whole, name) => known.get(name) ?? whole),
    )
    .join("");
}

const maps = new WeakMap<Emoji[], Map<string, string>>();

function byCode(emojis: Emoji[]): Map<string, string> {
  const held = maps.get(emojis);
  if (held) return held;
  const made = new Map(emojis.flatMap(({ shortcodes, text }) => shortcodes.map((name) => [name, text])));
  maps.set(emojis, made);
  return made;
}
