import { ilike, or, type SQL, sql } from "drizzle-orm";
import { escapeLike } from "@/server/db/escape-like";
import { users } from "@/server/db/schema/users";

/** Both names as the trigram index `users_name_search_idx` holds them, character by character. */
export const searchedNames = sql`(${users.username} || ' ' || ${users.displayName})`;

/** The e-mail address as the trigram index `users_email_search_idx` holds it. */
export const searchedEmail = sql`(${users.email}::text)`;

/** More words than anybody types; each one costs a look into the index. */
const maximumWords = 6;

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The words of a search, each to be found anywhere and in any order. */
export function searchWords(query: string): string[] {
  return query.split(/\s+/).filter(Boolean).slice(0, maximumWords);
}

/**
 * Whether a text contains a word, in whatever case. Words of one or two characters hold no trigram, so
 * that no index finds them inside a text: they count where one of the text's words begins. Scripts that
 * do not separate words have no such places; there a short word counts anywhere, at the price of a scan.
 */
export function containsWord(text: SQL, word: string): SQL | undefined {
  const literal = escapeLike(word);
  if ([...word].length >= 3 || unspacedScript.test(word)) return ilike(text, `%${literal}%`);
  return or(ilike(text, `${literal}%`), ilike(text, `% ${literal}%`));
}
