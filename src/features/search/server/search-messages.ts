import type { ActorContext } from "@/server/context";
import type { MessageHits, SearchCursor } from "../dto";
import { excerptOf } from "../excerpt";
import type { SearchMessagesInput } from "../input";
import { parseQuery } from "../parse-query";
import { correctQuery } from "./correct-query";
import { type FoundMessage, findMostRelevant, findNewest } from "./find-messages";
import { textQuery } from "./message-filter";
import { listNamedAuthors, listSearchedConversations } from "./search-scope";

/** How many of the newest hits are ranked. */
const rankedCandidates = 500;

/**
 * Messages that match, only in the searcher's own conversations; newest first, or the most relevant of the
 * newest 500. A query without a hit is tried again with its words corrected, and says so.
 */
export async function searchMessages(ctx: ActorContext, input: SearchMessagesInput): Promise<MessageHits> {
  const asked = await answer(ctx, input, input.query);
  if (asked.hits.length > 0 || input.cursor) return { ...asked, correctedQuery: null };
  const corrected = await correctQuery(input.query, parseQuery(input.query), asked.conversationIds);
  if (!corrected || corrected === input.query) return { ...asked, correctedQuery: null };
  const second = await answer(ctx, input, corrected);
  return { ...second, correctedQuery: second.hits.length > 0 ? corrected : null };
}

async function answer(ctx: ActorContext, input: SearchMessagesInput, text: string) {
  const { order, cursor, limit } = input;
  const query = parseQuery(text);
  const [conversationIds, authorIds] = await Promise.all([
    listSearchedConversations(ctx, query, input.conversationId),
    listNamedAuthors(ctx, query),
  ]);
  const nobody = query.from.length > 0 && authorIds.length === 0;
  const matches = nobody ? null : textQuery(query, authorIds);
  const asksNothing = matches === null && !query.before && !query.after && query.in.length === 0;
  if (conversationIds.length === 0 || nobody || asksNothing) {
    return { hits: [], nextCursor: null, conversationIds };
  }
  const wanted = { conversationIds, matches, before: query.before, after: query.after, limit: limit + 1 };
  const offset = cursor && "rank" in cursor ? cursor.rank : 0;
  const found =
    order === "relevance" && matches
      ? await findMostRelevant({ ...wanted, matches, cursor: null, candidates: rankedCandidates, offset })
      : await findNewest({ ...wanted, cursor: cursor && "id" in cursor ? cursor : null });
  const page = found.slice(0, limit);
  const hits = page.map(({ body, ...hit }) => ({ ...hit, excerpt: excerptOf(body, query.terms) }));
  const ranked = order === "relevance" && matches !== null;
  return { hits, nextCursor: next(found, page, limit, ranked ? offset + limit : null), conversationIds };
}

function next(
  found: FoundMessage[],
  page: FoundMessage[],
  limit: number,
  rank: number | null,
): SearchCursor | null {
  const last = page.at(-1);
  if (found.length <= limit || !last) return null;
  return rank === null ? { createdAt: last.createdAt, id: last.id } : { rank };
}
