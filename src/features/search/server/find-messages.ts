import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { NIL as uuidNil } from "uuid";
import type { UserSummary } from "@/features/users/dto";
import { database } from "@/server/db/client";
import type { SearchCursor } from "../dto";

export type FoundMessage = {
  id: string;
  conversationId: string;
  seq: number;
  replySeq: number | null;
  body: string;
  createdAt: string;
  author: UserSummary;
  /** how well it matches, where that was asked */
  rank: number | null;
};

/** A conversation that is looked into. */
export type Searched = {
  id: string;
  /** about how many messages it has */
  length: number;
};

export type Wanted = {
  /** those with the latest activity first */
  conversations: Searched[];
  matches: SQL | null;
  /** Short conversations are looked through, not asked of the text index: see `isLookedThrough`. */
  lookThrough: boolean;
  pinned: boolean;
  before: Date | null;
  /** this moment or later */
  since: Date | null;
  cursor: SearchCursor | null;
  limit: number;
};

/** Messages of the given conversations that match, newest first. No table is ever read as a whole: see `hits`. */
export async function findNewest(wanted: Wanted): Promise<FoundMessage[]> {
  return rowsOf(newestQuery(wanted));
}

/** The statement of `findNewest`, whose plan a test reads. */
export function newestQuery(wanted: Wanted): SQL {
  const { cursor, limit } = wanted;
  return sql`with h as (${hits(wanted, cursor, limit)}),
    page as (select h.*, null::real as rank from h order by created_at desc, id desc limit ${limit})
    ${shown} order by p.created_at desc, p.id desc`;
}

/**
 * The same, by how well they match. Ranking reads every candidate's vector, so it is done over the newest
 * ones only, at most `candidates` of them.
 */
export async function findMostRelevant(wanted: Ranked): Promise<FoundMessage[]> {
  return rowsOf(mostRelevantQuery(wanted));
}

type Ranked = Wanted & { matches: SQL; candidates: number };

/** The statement of `findMostRelevant`, whose plan a test reads. */
export function mostRelevantQuery(wanted: Ranked): SQL {
  const { cursor, limit, candidates, matches } = wanted;
  const after = cursor
    ? sql`where (rank, created_at, id) < (${cursor.rank ?? 0}::real, ${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`
    : sql``;
  return sql`with h as (${hits(wanted, null, candidates)}),
    newest as (select * from h order by created_at desc, id desc limit ${candidates}),
    ranked as (select newest.*, ts_rank_cd(newest.search_vector, ${matches}, 1) as rank from newest),
    page as (select * from ranked ${after} order by rank desc, created_at desc, id desc limit ${limit})
    ${shown} order by p.rank desc, p.created_at desc, p.id desc`;
}

/** A conversation of so many messages is asked for by itself. */
const longFrom = 10_000;
/** So few messages are looked through before the text index has found its way among other people's. */
const fewMessages = 20_000;
/** Looking through many conversations, each by itself, reads so many times what one line of all messages would need. */
const detour = 20;

/**
 * So many conversations, the latest ones, are looked through before the others: where they hold enough, nothing older
 * than that is wanted of those.
 */
const firstConversations = 50;

const isLong = ({ length }: Searched) => length >= longFrom;

/**
 * Whether messages of short conversations are looked through one after the other, rather than the text index asked once,
 * for everybody's matches (asked for each conversation, it would read anew each time what it knows of the words).
 * Whichever is expected to read less: to look through stops after enough hits, which come soon where the words are common;
 * the index leads to every match, of which there are few where they are rare.
 * @param most so many hits are enough
 */
export async function isLookedThrough(
  conversations: Searched[],
  matches: SQL | null,
  most: number,
): Promise<boolean> {
  if (!matches) return false;
  const short = conversations.filter((each) => !isLong(each)).reduce((sum, { length }) => sum + length, 0);
  if (short <= fewMessages) return true;
  // What the planner thinks, from its statistics.
  const expected = async (condition: SQL) => {
    const [row] = await database().db.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
      sql`explain (format json) select from messages where ${condition}`,
    );
    return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  };
  const [matching, all] = await Promise.all([
    expected(sql`search_vector @@ (${matches})`),
    expected(sql`true`),
  ]);
  return Math.min(short, (detour * most * all) / matching) <= matching;
}

/**
 * The newest matches: all of them, or at least the newest `most` of all. The text index names all matches, which are
 * then sorted; looking through the newest messages soon finds enough of a common word, and reads a whole conversation for a rare
 * one. For a long conversation the planner must choose well, which it does when it is told which conversation it is:
 * it knows how long the longest are, and how common the most common words.
 */
function hits(wanted: Wanted, cursor: SearchCursor | null, most: number): SQL {
  const { conversations, matches, lookThrough, pinned, before, since } = wanted;
  const conditions = [
    sql`m.deleted_at is null`,
    sql`m.kind <> 'system'`,
    pinned && sql`m.pinned_at is not null`,
    before && sql`m.created_at < ${before.toISOString()}::timestamptz`,
    since && sql`m.created_at >= ${since.toISOString()}::timestamptz`,
    cursor && sql`(m.created_at, m.id) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`,
  ].filter((condition) => condition instanceof Object);
  const match = matches && sql`m.search_vector @@ (${matches})`;
  // What is not plainly a match is nothing to ask the text index for.
  const unindexed = match && sql`case when ${match} then true end`;
  const those = (...more: (SQL | null)[]) => sql`
    select m.id, m.conversation_id, m.seq, m.thread_root_id, m.body, m.created_at, m.author_id, m.search_vector
    from messages m where ${sql.join([...conditions, ...more.filter((each) => each !== null)], sql` and `)}`;
  const latest = sql`order by m.created_at desc, m.id desc limit ${most}`;
  const newestOf = (conversation: SQL, ...words: (SQL | null)[]) =>
    sql`${those(sql`m.conversation_id = ${conversation}`, ...words)} ${latest}`;
  const short = conversations.filter((each) => !isLong(each)).map(({ id }) => id);
  const ofEach = (ids: string[], each: SQL) =>
    sql`select m.* from unnest(${`{${ids}}`}::uuid[]) as c (id) cross join lateral (${each}) m`;
  const ofLong = conversations
    .filter(isLong)
    .map(({ id }) => sql` union all (${newestOf(sql`${id}::uuid`, match)})`);
  const long = sql.join(ofLong, sql``);
  if (!match) return sql`${ofEach(short, newestOf(sql`c.id`))}${long}`;
  if (!lookThrough) {
    const ofShort = sql`select m.* from (${those(match)} offset 0) m where m.conversation_id = any(${`{${short}}`}::uuid[])`;
    return sql`(${ofShort} ${latest})${long}`;
  }
  const first = ofEach(short.slice(0, firstConversations), newestOf(sql`c.id`, unindexed));
  // As a pair it is a place in the index of each conversation, and nothing for the one over the times of all.
  const bound = sql`(m.created_at, m.id) >= (coalesce((select created_at from bound), '-infinity'), ${uuidNil}::uuid)`;
  return sql`with first as materialized (${first}),
    bound as (select created_at from first order by created_at desc offset ${most - 1} limit 1)
    select * from first union all
    ${ofEach(short.slice(firstConversations), newestOf(sql`c.id`, unindexed, bound))}${long}`;
}

const shown = sql`select p.id, p.conversation_id as "conversationId", p.body, p.rank,
  coalesce(r.seq, p.seq)::int as seq, case when p.thread_root_id is null then null else p.seq::int end as "replySeq",
  to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name) as author
  from page p
  join lateral (select * from users where users.id = p.author_id limit 1) u on true
  left join lateral (select seq from messages where messages.id = p.thread_root_id limit 1) r on true`;

/** Planned anew each time, for the words and conversations at hand: a plan for any words would do for none. */
async function rowsOf(query: SQL): Promise<FoundMessage[]> {
  const { sql: text, params } = new PgDialect().sqlToQuery(query);
  return [...(await database().sql.unsafe<FoundMessage[]>(text, params as never[], { prepare: false }))];
}
