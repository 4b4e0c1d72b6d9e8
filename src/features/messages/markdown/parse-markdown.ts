import { Lexer, type MarkedToken, Tokenizer, type Tokens } from "marked";
import { linkify } from "../linkify";

/**
 * The Markdown of messages: paragraphs that keep their lines, bold, italic, struck out, code, quotes, lists
 * and links. There is no HTML in it (tags are text), and nothing that a person types by accident: no
 * underlined headings, no indented code, no reference links, no tables.
 */
class MessageTokenizer extends Tokenizer {
  override html = () => undefined;
  override tag = () => undefined;
  override def = () => undefined;
  override reflink = () => undefined;
  override table = () => undefined;
  override lheading = () => undefined;
  override hr = () => undefined;
  override code = () => undefined;

  /** Bare addresses end where a sentence does; only http and https make one. */
  override url(src: string): Tokens.Link | undefined {
    const [first] = /^https?:\/\//i.test(src) ? linkify(src.slice(0, addressLimit)) : [];
    if (first?.kind !== "link") return undefined;
    const { text, href } = first;
    return { type: "link", raw: text, text, href, title: null, tokens: [textToken(text)] };
  }
}

const textToken = (text: string): Tokens.Text => ({ type: "text", raw: text, text, escaped: false });

/** Length of the longest bare address that becomes a link. */
const addressLimit = 2_048;

/**
 * Beyond these a text stands as it was written: formatting it would take time that grows with the square of
 * its marks, and depth that no message has (measured: 8,000 characters of nothing but marks took 0.3 s).
 */
const markLimit = 1_000;
const tooDeep = /^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){13}/m;

/** The text's structure, or null where it is to be shown as it was written. */
export function parseMarkdown(body: string): MarkedToken[] | null {
  if (tooDeep.test(body) || countMarks(body) > markLimit) return null;
  return new Lexer({ gfm: true, breaks: true, tokenizer: new MessageTokenizer() }).lex(body) as MarkedToken[];
}

function countMarks(body: string): number {
  let marks = 0;
  for (const character of body) if ("*_~`[]>".includes(character)) marks += 1;
  return marks;
}
