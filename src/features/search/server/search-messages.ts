import { dayAfter, startOfDay } from "@/lib/time-zones";
import type { ActorContext } from "@/server/context";
import type { MessageHits, SearchCursor } from "../dto";
import { excerptOf } from "../excerpt";
import type { SearchMessagesInput } from "../input";
import { parseQuery } from "../parse-query";
import { correctQuery } from "./correct-query";
import { type FoundMessage, findMostRelevant, findNewest, isLookedThrough } from "./find-messages";
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
  const { order, cursor, limit, timeZone } = input;
  const query = parseQuery(text);
  const [conversations, authorIds] = await Promise.all([
    listSearchedConversations(ctx, query, input.conversationId),
    listNamedAuthors(ctx, query),
  ]);
  const nobody = query.from.length > 0 && authorIds.length === 0;
  const matches = nobody ? null : textQuery(query, authorIds);
  const { before, after, isPinned: pinned } = query;
  const asksWords = matches !== null && query.terms.some((term) => !term.negated);
  const asksPlace = query.from.length + query.in.length > 0 || before || after || pinned || query.hasLink;
  const asksNothing = !asksWords && !asksPlace;
  const conversationIds = conversations.map(({ id }) => id);
  if (conversations.length === 0 || nobody || asksNothing) {
    return { hits: [], nextCursor: null, conversationIds };
  }
  const wanted = {
    conversations,
    matches,
    lookThrough: await isLookedThrough(
      conversations,
      matches,
      order === "relevance" ? rankedCandidates : limit + 1,
    ),
    pinned,
    before: before ? startOfDay(before, timeZone) : null,
    since: after ? startOfDay(dayAfter(after), timeZone) : null,
    cursor: cursor ?? null,
    limit: limit + 1,
  };
  const found =
    order === "relevance" && matches
      ? await findMostRelevant({ ...wanted, matches, candidates: rankedCandidates })
      : await findNewest(wanted);
  const page = found.slice(0, limit);
  const hits = page.map(({ body, rank: _, ...hit }) => ({ ...hit, excerpt: excerptOf(body, query.terms) }));
  return { hits, nextCursor: found.length > limit ? cursorAt(page.at(-1)) : null, conversationIds };
}

function cursorAt(last: FoundMessage | undefined): SearchCursor | null {
  if (!last) return null;
  const { createdAt, id, rank } = last;
  return rank === null ? { createdAt, id } : { createdAt, id, rank };
}
