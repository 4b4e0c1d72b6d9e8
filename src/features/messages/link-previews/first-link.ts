import { linkify } from "../linkify";

/** Code is no place for a link to be followed. */
const code = /(`{3,}|~{3,})[\s\S]*?(?:\1|$)|`[^`\n]*`/g;

/** The first web address in a text, outside of code, or null. */
export function firstLink(body: string): string | null {
  const link = linkify(body.replace(code, " ")).find((part) => part.kind === "link");
  return link?.kind === "link" ? link.href : null;
}
