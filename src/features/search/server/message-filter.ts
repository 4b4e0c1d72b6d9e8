import { type SQL, sql } from "drizzle-orm";
import type { ParsedQuery } from "../parse-query";
import { termParts } from "../text-query";

const lexeme = (text: string) => `'${text.replace(/['\\]/g, " ")}'`;

/**
 * The text query that a message's search vector must match, or null when the person asked for nothing.
 * Words go through the same configuration as the messages did.
 */
export function textQuery(query: ParsedQuery, authorIds: string[]): SQL | null {
  const all: SQL[] = query.terms.flatMap((term) => {
    const parts = termParts(term).map((part) =>
      "words" in part ? sql`to_tsquery('public.offchat', ${part.words})` : sql`${part.lexemes}::tsquery`,
    );
    if (parts.length === 0) return [];
    const joined = sql.join(parts, sql` && `);
    return [term.negated ? sql`!!(${joined})` : sql`(${joined})`];
  });
  if (query.hasLink) all.push(sql`${lexeme("has:link")}::tsquery`);
  if (query.from.length > 0) {
    const anyOf = authorIds.map((id) => lexeme(`from:${id}`)).join(" | ");
    all.push(sql`${anyOf}::tsquery`);
  }
  return all.length > 0 ? sql.join(all, sql` && `) : null;
}
