import { sql } from "drizzle-orm";
import type { UserSummary } from "@/features/users/dto";
import type { SearchCursor } from "../dto";
import type { Hit, Sought } from "./hit-statements";
import { newestHits } from "./newest-hits";
import { rowsOf } from "./rows-of";

export type FoundMessage = {
  id: string;
  conversationId: string;
  seq: number;
  replySeq: number | null;
  body: string;
  createdAt: string;
  author: UserSummary;
};

type Page = { limit: number; cursor: SearchCursor | null };
/** `next` is where the next page begins; null: this is the last. */
type FoundPage = { messages: FoundMessage[]; next: SearchCursor | null };
type Asked = Omit<Sought, "cursor" | "ranked">;

/** How many of the newest hits are ranked: ranking reads the whole vector of each. */
const rankedCandidates = 500;

/** A page of the messages that match, newest first. */
export async function findNewest(asked: Asked, { limit, cursor }: Page): Promise<FoundPage> {
  return pageOf(await newestHits({ ...asked, cursor, ranked: false }, limit + 1), limit);
}

/** A page of the newest of them, the best matching first (PostgreSQL's `ts_rank_cd`). */
export async function findMostRelevant(asked: Asked, { limit, cursor }: Page): Promise<FoundPage> {
  const hits = await newestHits({ ...asked, cursor: null, ranked: true }, rankedCandidates);
  const ranked = hits.sort(byRank);
  return pageOf(cursor ? ranked.filter((hit) => byRank(cursor, hit) < 0) : ranked, limit);
}

/** Better matches first, then newer ones. Times and ids are written alike, so that they sort as texts. */
function byRank(a: Place, b: Place): number {
  const rank = (b.rank ?? 0) - (a.rank ?? 0);
  return rank || descending(a.createdAt, b.createdAt) || descending(a.id, b.id);
}

type Place = { id: string; createdAt: string; rank?: number | null };

const descending = (a: string, b: string) => (a > b ? -1 : a < b ? 1 : 0);

async function pageOf(hits: Hit[], limit: number): Promise<FoundPage> {
  const page = hits.slice(0, limit);
  const last = hits.length > limit ? page.at(-1) : undefined;
  return { messages: await inFull(page), next: last ? placeOf(last) : null };
}

const placeOf = ({ id, createdAt, rank }: Hit): SearchCursor =>
  rank === null ? { createdAt, id } : { createdAt, id, rank };

/** The messages themselves, in this order; of a reply also where its thread begins. */
async function inFull(hits: Hit[]): Promise<FoundMessage[]> {
  if (hits.length === 0) return [];
  return rowsOf<FoundMessage>(sql`
    select m.id, m.conversation_id as "conversationId", m.body, h.created_at as "createdAt",
      coalesce(r.seq, m.seq)::int as seq, case when m.thread_root_id is null then null else m.seq::int end as "replySeq",
      json_build_object('id', u.id, 'username', u.username, 'displayName', u.display_name) as author
    from unnest(${`{${hits.map(({ id }) => id)}}`}::uuid[], ${`{${hits.map(({ createdAt }) => createdAt)}}`}::text[])
      with ordinality as h (id, created_at, place)
    join lateral (select * from messages where messages.id = h.id limit 1) m on true
    join lateral (select * from users where users.id = m.author_id limit 1) u on true
    left join lateral (select seq from messages where messages.id = m.thread_root_id limit 1) r on true
    order by h.place`);
}
