import { type SQL, sql } from "drizzle-orm";
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
  conversations: Searched[];
  matches: SQL | null;
  pinned: boolean;
  before: Date | null;
  /** this moment or later */
  since: Date | null;
  cursor: SearchCursor | null;
  limit: number;
};

/**
 * Messages of the given conversations that match, newest first. Each conversation is asked by itself for no
 * more than the page, so that no table is ever read as a whole.
 */
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

/** A conversation is long when its text index alone may name too many messages for a common word. */
const longFrom = 10_000;
/** How many of a long conversation's newest messages tell how common the words are in it. */
const sampleSize = 1_000;

/**
 * The newest `perConversation` matches of each conversation. The text index names all matches, which must then be
 * sorted; the newest messages, looked through one after the other, soon hold enough of a common word. With a share `f`
 * of a long conversation's `n` messages matching, the first reads `f * n` messages and the second `limit / f`: a sample
 * says which is less, so that it is never more than about the root of `limit * n`.
 */
function hits(wanted: Wanted, cursor: SearchCursor | null, perConversation: number): SQL {
  const { conversations, matches, pinned, before, since } = wanted;
  const conditions = [
    sql`m.conversation_id = c.id`,
    sql`m.deleted_at is null`,
    sql`m.kind <> 'system'`,
    pinned && sql`m.pinned_at is not null`,
    before && sql`m.created_at < ${before.toISOString()}::timestamptz`,
    since && sql`m.created_at >= ${since.toISOString()}::timestamptz`,
    cursor && sql`(m.created_at, m.id) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`,
  ].filter((condition) => condition instanceof Object);
  const those = (...more: SQL[]) => sql`
    select m.id, m.conversation_id, m.seq, m.thread_root_id, m.body, m.created_at, m.author_id, m.search_vector
    from messages m where ${sql.join([...conditions, ...more], sql` and `)}`;
  const newest = (limit: number, ...more: SQL[]) =>
    sql`${those(...more)} order by m.created_at desc, m.id desc limit ${limit}`;
  const places = sql`unnest(
    ${`{${conversations.map(({ id }) => id)}}`}::uuid[], ${`{${conversations.map(({ length }) => length)}}`}::float8[]
  ) as c (id, length)`;
  if (!matches) return sql`select m.* from ${places} cross join lateral (${newest(perConversation)}) m`;
  // As a query of its own it is worked out once.
  const match = sql`m.search_vector @@ (select ${matches})`;
  // What the text index cannot answer is looked through; behind `offset 0` nothing is known of an order, so that
  // looking through has nothing for it. The planner cannot choose by itself: it does not know the words.
  const unindexed = sql`case when ${match} then true end`;
  const enough = sql`${perConversation}::float8 * ${sampleSize}::float8 * ${sampleSize}::float8 / c.length`;
  return sql`select m.* from ${places}
    cross join lateral (
      select case when c.length >= ${longFrom}::float8 then
        (select count(*)::float8 ^ 2 from (${newest(sampleSize)}) m where ${match}) >= ${enough}
      else false end as common
      offset 0
    ) words
    cross join lateral (
      (${newest(perConversation, sql`words.common`, unindexed)})
      union all
      (select m.* from (${those(sql`not words.common`, match)} offset 0) m
        order by m.created_at desc, m.id desc limit ${perConversation})
    ) m`;
}

const shown = sql`select p.id, p.conversation_id as "conversationId", p.body, p.rank,
  coalesce(r.seq, p.seq)::int as seq, case when p.thread_root_id is null then null else p.seq::int end as "replySeq",
  to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name) as author
  from page p
  join lateral (select * from users where users.id = p.author_id limit 1) u on true
  left join lateral (select seq from messages where messages.id = p.thread_root_id limit 1) r on true`;

async function rowsOf(query: SQL): Promise<FoundMessage[]> {
  return [...(await database().db.execute<FoundMessage>(query))];
}
