import { Parser } from "htmlparser2";
import type { LinkPreview } from "../dto";

const lengths = { title: 200, description: 400, siteName: 80 } as const;

/**
 * What a page says of itself: Open Graph (https://ogp.me) where it does, else its title and description. Null where it
 * has no title.
 * @param html the page, or its beginning
 */
export function parsePreview(url: string, html: string): LinkPreview | null {
  const said = new Map<string, string>();
  let title = "";
  let inTitle = false;
  const parser = new Parser({
    onopentag(name, { property, name: called, content }) {
      inTitle = name === "title" && title === "";
      const key = (property ?? called ?? "").toLowerCase();
      if (name === "meta" && key && content && !said.has(key)) said.set(key, content);
      if (name === "body") parser.pause();
    },
    ontext(text) {
      if (inTitle) title += text;
    },
    onclosetag() {
      inTitle = false;
    },
  });
  parser.end(html);
  const named = plain(said.get("og:title") ?? title, lengths.title);
  if (!named) return null;
  return {
    url,
    title: named,
    description: plain(said.get("og:description") ?? said.get("description"), lengths.description),
    siteName: plain(said.get("og:site_name"), lengths.siteName) ?? new URL(url).hostname,
  };
}

/** One line without control characters, no longer than `length`; null where nothing is left. */
function plain(text: string | undefined, length: number): string | null {
  const line = (text ?? "").replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  const characters = [...line];
  return (characters.length > length ? `${characters.slice(0, length - 1).join("")}…` : line) || null;
}
