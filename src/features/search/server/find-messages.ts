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

export type Wanted = {
  conversationIds: string[];
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
 * more than the page: the planner then reads either the text index (rare words) or the newest messages
 * (common ones), never a whole table.
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

function hits(wanted: Wanted, cursor: SearchCursor | null, perConversation: number): SQL {
  const { conversationIds, matches, pinned, before, since } = wanted;
  const conditions = [
    sql`m.conversation_id = c.id`,
    sql`m.deleted_at is null`,
    sql`m.kind <> 'system'`,
    matches && sql`m.search_vector @@ (${matches})`,
    pinned && sql`m.pinned_at is not null`,
    before && sql`m.created_at < ${before.toISOString()}::timestamptz`,
    since && sql`m.created_at >= ${since.toISOString()}::timestamptz`,
    cursor && sql`(m.created_at, m.id) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`,
  ].filter((condition) => condition instanceof Object);
  const ids = sql`array[${sql.join(
    conversationIds.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[]`;
  return sql`select m.* from unnest(${ids}) as c (id)
    cross join lateral (
      select m.id, m.conversation_id, m.seq, m.thread_root_id, m.body, m.created_at, m.author_id, m.search_vector
      from messages m where ${sql.join(conditions, sql` and `)}
      order by m.created_at desc, m.id desc limit ${perConversation}
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
