import { dayAfter, startOfDay } from "@/lib/time-zones";
import type { ActorContext } from "@/server/context";
import type { MessageHits } from "../dto";
import { excerptOf } from "../excerpt";
import type { SearchMessagesInput } from "../input";
import { parseQuery } from "../parse-query";
import { correctQuery } from "./correct-query";
import { findMostRelevant, findNewest } from "./find-messages";
import { textConditions } from "./message-filter";
import { listNamedAuthors, listSearchedConversations } from "./search-scope";

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
  const { order, cursor = null, limit, timeZone } = input;
  const query = parseQuery(text);
  const [conversations, authorIds] = await Promise.all([
    listSearchedConversations(ctx, query, input.conversationId),
    listNamedAuthors(ctx, query),
  ]);
  const conversationIds = conversations.map(({ id }) => id);
  const nobody = query.from.length > 0 && authorIds.length === 0;
  const { before, after, isPinned: pinned } = query;
  const conditions = nobody ? [] : textConditions(query, authorIds);
  const asksWords = query.terms.some((term) => !term.negated) && conditions.length > 0;
  const asksPlace = query.from.length + query.in.length > 0 || before || after || pinned || query.hasLink;
  if (conversations.length === 0 || nobody || !(asksWords || asksPlace)) {
    return { hits: [], nextCursor: null, conversationIds };
  }
  const asked = {
    conversations,
    conditions,
    pinned,
    before: before ? startOfDay(before, timeZone) : null,
    since: after ? startOfDay(dayAfter(after), timeZone) : null,
  };
  const find = order === "relevance" && conditions.length > 0 ? findMostRelevant : findNewest;
  const { messages, next } = await find(asked, { limit, cursor });
  const hits = messages.map(({ body, ...hit }) => ({ ...hit, excerpt: excerptOf(body, query.terms) }));
  return { hits, nextCursor: next, conversationIds };
}
