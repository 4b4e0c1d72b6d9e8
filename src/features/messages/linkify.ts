export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

/** Up to white space or a character that never stands in an address. */
const candidate = /\bhttps?:\/\/[^\s<>"'`{}|\\^\p{Cc}。、，！？：；「」『』（）]+/giu;
/** Punctuation that ends a sentence rather than an address. */
const trailing = /[.,;:!?…]+$/u;
const pairs: Record<string, string> = { ")": "(", "]": "[", "»": "«", "”": "“" };

/**
 * Splits a message into plain text and web addresses. Only http and https become links; punctuation after
 * an address and a closing bracket without its opening one belong to the sentence. The parts' texts, put
 * together, are the message.
 */
export function linkify(message: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  const addText = (text: string) => {
    if (text) parts.push({ kind: "text", text });
  };
  for (const match of message.matchAll(candidate)) {
    const text = trimmed(match[0]);
    const href = safeAddress(text);
    if (!href) continue;
    addText(message.slice(end, match.index));
    parts.push({ kind: "link", text, href });
    end = match.index + text.length;
  }
  addText(message.slice(end));
  return parts;
}

function trimmed(address: string): string {
  let text = address;
  for (;;) {
    const shorter = withoutClosing(text.replace(trailing, ""));
    if (shorter === text) return text;
    text = shorter;
  }
}

function withoutClosing(text: string): string {
  const last = text.at(-1) ?? "";
  const opening = pairs[last];
  if (!opening) return text;
  const count = (character: string) => text.split(character).length - 1;
  return count(last) > count(opening) ? text.slice(0, -1) : text;
}

function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return (url.protocol === "http:" || url.protocol === "https:") && url.hostname ? url.href : null;
}
