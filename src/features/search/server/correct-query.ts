import { sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import type { ParsedQuery } from "../parse-query";

/** How alike two words must be, from 0 to 1 (pg_trgm's similarity). */
const alike = 0.35;
/** So many messages are gone through for words, the newest of the latest conversations. */
const recentMessages = 2_000;
const latestConversations = 20;
const shortestWord = 4;
/** So many characters more or fewer may be typed than meant. */
const lengthApart = 3;

/**
 * For words that a typing error keeps from being found: the most alike words of the searcher's own recent
 * messages (never of anybody else's, which would tell what they write). Returns the query with those
 * words in their place, or null when nothing is alike.
 */
export async function correctQuery(
  query: string,
  parsed: ParsedQuery,
  conversationIds: string[],
): Promise<string | null> {
  const words = parsed.terms
    .filter((t) => !t.negated && !t.exact && t.text.length >= shortestWord && /^[\p{L}\p{M}]+$/u.test(t.text))
    .map((t) => t.text);
  if (words.length === 0 || conversationIds.length === 0) return null;
  const latest = conversationIds.slice(0, latestConversations);
  const each = Math.ceil(recentMessages / latest.length);
  // ts_stat takes a statement as text: it holds ids from our own database and nothing that a person typed.
  const recent = `select m.search_vector from unnest('{${latest}}'::uuid[]) as c (id)
    cross join lateral (select search_vector from messages m where m.conversation_id = c.id and m.deleted_at is null order by m.created_at desc, m.id desc limit ${each}) m`;
  const rows = await database().db.execute<{ typed: string; meant: string }>(sql`
    with known as materialized (select word from ts_stat(${recent}) where length(word) >= 3 and word !~ '[[:punct:]]')
    select typed, meant from unnest(array[${sql.join(
      words.map((w) => sql`${w}`),
      sql`, `,
    )}]::text[]) as t (typed)
    cross join lateral (
      select word as meant from known
      where length(word) between length(typed) - ${lengthApart}::int and length(typed) + ${lengthApart}::int
        and similarity(word, lower(unaccent(typed))) >= ${alike}::real and word <> lower(unaccent(typed))
      order by similarity(word, lower(unaccent(typed))) desc, word limit 1
    ) k
    where not exists (select 1 from known where word = lower(unaccent(typed)))`);
  if (rows.length === 0) return null;
  return rows.reduce((text, { typed, meant }) => text.replace(typed, meant), query);
}
