/** One thing that must, or must not, be in the message. */
export type Term = { text: string; exact: boolean; negated: boolean };

export type ParsedQuery = {
  terms: Term[];
  /** User names. */
  from: string[];
  /** Names of groups, or user names of the other person. */
  in: string[];
  /** Days, as `YYYY-MM-DD`: before their beginning, after their end. */
  before: string | null;
  after: string | null;
  hasLink: boolean;
  isPinned: boolean;
};

const token = /(-)?(?:(from|in|before|after|has|is):)?(?:"([^"]*)"?|(\S+))/giu;
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads what a person typed: words, "exact words", -without, from:name, in:"group", before:2024-05-01,
 * after:2024-05-01, has:link, is:pinned. What is no valid operator is searched for as text.
 */
export function parseQuery(query: string): ParsedQuery {
  const parsed: ParsedQuery = {
    terms: [],
    from: [],
    in: [],
    before: null,
    after: null,
    hasLink: false,
    isPinned: false,
  };
  for (const match of query.normalize("NFKC").matchAll(token)) {
    const [whole, minus, operator, quoted, bare] = match;
    const text = (quoted ?? bare ?? "").trim();
    if (!text) continue;
    const taken = operator && !minus && takeOperator(parsed, operator.toLowerCase(), text);
    if (taken) continue;
    const literal = operator ? whole.replace(/^-/, "").replaceAll('"', "") : text;
    parsed.terms.push({ text: literal, exact: quoted !== undefined, negated: minus !== undefined });
  }
  return parsed;
}

function takeOperator(parsed: ParsedQuery, operator: string, text: string): boolean {
  switch (operator) {
    case "from":
      parsed.from.push(text.replace(/^@/, ""));
      return true;
    case "in":
      parsed.in.push(text.replace(/^[#@]/, ""));
      return true;
    case "before":
    case "after":
      if (!day.test(text) || Number.isNaN(Date.parse(text))) return false;
      parsed[operator] = text;
      return true;
    case "has":
      parsed.hasLink ||= text.toLowerCase() === "link";
      return text.toLowerCase() === "link";
    default:
      parsed.isPinned ||= text.toLowerCase() === "pinned";
      return text.toLowerCase() === "pinned";
  }
}
