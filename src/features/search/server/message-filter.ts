import { type SQL, sql } from "drizzle-orm";
import { hasLink } from "@/server/db/schema/messages";
import type { ParsedQuery } from "../parse-query";
import { termParts } from "../text-query";

/** One of the conditions that a message's search vector must meet: it matches `query`, or does not. */
export type TextCondition = {
  query: SQL;
  negated: boolean;
  /** Whether the messages that meet it have an index of their own, by conversation and time. */
  isListed: boolean;
};

const lexeme = (text: string) => `'${text.replace(/['\\]/g, " ")}'`;

/**
 * What a message's search vector must meet; nothing when the person asked for no words.
 * Words go through the same configuration as the messages did.
 */
export function textConditions(query: ParsedQuery, authorIds: string[]): TextCondition[] {
  const conditions = query.terms.flatMap((term): TextCondition[] => {
    const parts = termParts(term).map((part) =>
      "words" in part ? sql`to_tsquery('public.offchat', ${part.words})` : sql`${part.lexemes}::tsquery`,
    );
    return parts.length === 0
      ? []
      : [{ query: sql`(${sql.join(parts, sql` && `)})`, negated: term.negated, isListed: false }];
  });
  if (query.hasLink) conditions.push({ query: hasLink, negated: false, isListed: true });
  if (query.from.length > 0) {
    const anyOf = authorIds.map((id) => lexeme(`from:${id}`)).join(" | ");
    conditions.push({ query: sql`${anyOf}::tsquery`, negated: false, isListed: false });
  }
  return conditions;
}

/** All of them as one text query; null when there are none. */
export function asTextQuery(conditions: TextCondition[]): SQL | null {
  if (conditions.length === 0) return null;
  const each = conditions.map(({ query, negated }) => (negated ? sql`!!${query}` : query));
  return sql.join(each, sql` && `);
}
