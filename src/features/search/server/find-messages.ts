import { type SQL, sql } from "drizzle-orm";
import type { UserSummary } from "@/features/users/dto";
import { database } from "@/server/db/client";

export type FoundMessage = {
  id: string;
  conversationId: string;
  seq: number;
  body: string;
  createdAt: string;
  author: UserSummary;
};

type Wanted = {
  conversationIds: string[];
  matches: SQL | null;
  before: string | null;
  after: string | null;
  cursor: { createdAt: string; id: string } | null;
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
  return sql`${hits(wanted, wanted.limit)} ${authors} order by h.created_at desc, h.id desc limit ${wanted.limit}`;
}

/**
 * The same, by how well they match. Ranking reads every candidate's vector, so it is done over the newest
 * ones only, at most `candidates` of them.
 */
export async function findMostRelevant(
  wanted: Wanted & { matches: SQL; candidates: number; offset: number },
): Promise<FoundMessage[]> {
  const newest = sql`select * from (${hits(wanted, wanted.candidates)} select * from h order by created_at desc limit ${wanted.candidates}) newest`;
  return rowsOf(sql`with h as (${newest}) ${authors}
    order by ts_rank_cd(h.search_vector, ${wanted.matches}, 1) desc, h.created_at desc, h.id desc
    limit ${wanted.limit} offset ${wanted.offset}`);
}

function hits({ conversationIds, matches, before, after, cursor }: Wanted, perConversation: number): SQL {
  const conditions = [
    sql`m.conversation_id = c.id`,
    sql`m.deleted_at is null`,
    sql`m.kind <> 'system'`,
    matches && sql`m.search_vector @@ (${matches})`,
    before && sql`m.created_at < ${before}::date`,
    after && sql`m.created_at >= ${after}::date + 1`,
    cursor && sql`(m.created_at, m.id) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`,
  ].filter((condition) => condition !== null && condition !== "");
  const ids = sql`array[${sql.join(
    conversationIds.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[]`;
  return sql`with h as (
    select m.* from unnest(${ids}) as c (id)
    cross join lateral (
      select m.id, m.conversation_id, m.seq, m.body, m.created_at, m.author_id, m.search_vector
      from messages m where ${sql.join(conditions, sql` and `)}
      order by m.created_at desc, m.id desc limit ${perConversation}
    ) m
  )`;
}

const authors = sql`select h.id, h.conversation_id as "conversationId", h.seq::int as seq, h.body,
  to_char(h.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
  json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name) as author
  from h join users u on u.id = h.author_id`;

async function rowsOf(query: SQL): Promise<FoundMessage[]> {
  return [...(await database().db.execute<FoundMessage>(query))];
}
