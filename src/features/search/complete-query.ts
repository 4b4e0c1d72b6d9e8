/** The part of a search that is being typed: an operator with the beginning of its value, or a word. */
export type Typed = { from: number; to: number; operator: Operator | null; value: string };

const operators = ["from", "in", "before", "after", "has", "is"] as const;
export type Operator = (typeof operators)[number];
/** The values of operators that have few. */
export const fixedValues = { has: ["link"], is: ["pinned"] } as const;

const started = /^(from|in|before|after|has|is):"?(.*?)"?$/is;

/** What stands at the caret; null where nothing can be completed, within a quotation for example. */
export function typedAt(text: string, caret: number): Typed | null {
  const before = text.slice(0, caret);
  const from = startOfToken(before);
  const rest = text.slice(caret);
  const inQuotes = (before.slice(from).match(/"/g)?.length ?? 0) % 2 === 1;
  const to = caret + (inQuotes ? rest.indexOf('"') + 1 || rest.length : rest.search(/\s|$/));
  const token = text.slice(from, caret);
  const match = started.exec(token);
  if (match) {
    const operator = match[1]?.toLowerCase() as Operator;
    return { from, to, operator, value: (match[2] ?? "").replace(/^[@#]/, "") };
  }
  return inQuotes || token.includes('"') || token.startsWith("-")
    ? null
    : { from, to, operator: null, value: token };
}

/** Where the word that the text ends in begins; blanks in quotes do not end a word. */
function startOfToken(text: string): number {
  let start = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (!quoted && /\s/.test(text.charAt(i))) start = i + 1;
  }
  return start;
}

/** The operators whose names begin with what is typed. */
export const operatorsLike = (value: string) =>
  operators.filter((operator) => operator.startsWith(value.toLowerCase()) && operator !== value);

/** An operator's value as it has to be written: in quotes where it holds blanks. */
export const written = (operator: Operator, value: string) =>
  `${operator}:${/\s/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;

/** Puts a completion in the place of what was typed; returns the text and where the caret goes. */
export function completed(text: string, typed: Typed, insert: string): { text: string; caret: number } {
  // After an operator alone its value follows at once.
  const addition = insert.endsWith(":") ? insert : `${insert} `;
  const rest = text.slice(typed.to).replace(/^\s/, "");
  return { text: text.slice(0, typed.from) + addition + rest, caret: typed.from + addition.length };
}

/** Days that searches often begin or end at, as `YYYY-MM-DD`. */
export function usualDays(
  today: string,
): { id: "today" | "yesterday" | "week" | "month" | "year"; day: string }[] {
  const [year, month, date] = today.split("-").map(Number) as [number, number, number];
  const day = (...parts: [number, number, number]) => new Date(Date.UTC(...parts)).toISOString().slice(0, 10);
  return [
    { id: "today", day: today },
    { id: "yesterday", day: day(year, month - 1, date - 1) },
    { id: "week", day: day(year, month - 1, date - 7) },
    { id: "month", day: day(year, month - 2, Math.min(date, 28)) },
    { id: "year", day: day(year - 1, month - 1, Math.min(date, 28)) },
  ];
}
