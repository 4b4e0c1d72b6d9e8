import { type SQL, sql } from "drizzle-orm";
import { NIL as uuidNil } from "uuid";
import type { SearchCursor } from "../dto";
import { asTextQuery, type TextCondition } from "./message-filter";

/** A conversation that is looked into. */
export type Searched = {
  id: string;
  /** about how many messages it has */
  length: number;
  createdAt: Date;
  lastActivityAt: Date;
};

/** Which messages are asked for: all conditions must be met. */
export type Sought = {
  /** at least one */
  conversations: Searched[];
  conditions: TextCondition[];
  pinned: boolean;
  before: Date | null;
  /** this moment or later */
  since: Date | null;
  /** only what comes after this message in the order newest first */
  cursor: SearchCursor | null;
  /** whether it is said how well each matches */
  ranked: boolean;
};

export type Hit = { id: string; createdAt: string; rank: number | null };

/** From this moment on, and before that one; null: as far as there are messages. Nothing from before `since`. */
export type Stretch = { from: Date | null; to: Date | null };

/** The newest `most` hits of a stretch of time, by looking through its messages, conversation by conversation. */
export function stretchQuery(sought: Sought, { from, to }: Stretch, most: number): SQL {
  const listed = asTextQuery(sought.conditions.filter(({ isListed }) => isListed));
  const others = asTextQuery(sought.conditions.filter(({ isListed }) => !isListed));
  const place = sql`(m.created_at, m.id)`;
  const all = [
    ...plainConditions(sought),
    // As a pair with the id a moment is a place in the index of each conversation, and in no other.
    from && sql`${place} >= (${moment(from)}, ${uuidNil}::uuid)`,
    to && sql`${place} < (${moment(to)}, ${uuidNil}::uuid)`,
    listed && sql`m.search_vector @@ ${listed}`,
    // What is not plainly a match is nothing to ask the text index for.
    others && sql`case when m.search_vector @@ (${others}) then true end`,
  ];
  return newest(
    sought,
    sql`select m.* from unnest(${ids(sought)}) as c (id) cross join lateral (
      select m.id, m.created_at, m.search_vector from messages m where m.conversation_id = c.id and ${together(all)}
      -- Each conversation by itself, however few messages there seem to be of that time.
      offset 0) m`,
    most,
  );
}

/** The newest `most` hits that are older than `to`, by asking the text index for everybody's messages that meet `by`. */
export function indexQuery(sought: Sought, by: SQL, to: Date | null, most: number): SQL {
  const all = [
    ...plainConditions(sought),
    sought.since && sql`m.created_at >= ${moment(sought.since)}`,
    to && sql`m.created_at < ${moment(to)}`,
    sql`m.conversation_id = any(${ids(sought)})`,
    sql`m.search_vector @@ (${asTextQuery(sought.conditions)})`,
  ];
  return newest(
    sought,
    sql`select m.id, m.created_at, m.search_vector
      from (select * from messages m where m.search_vector @@ (${by}) offset 0) m where ${together(all)}`,
    most,
  );
}

function plainConditions({ pinned, before, cursor }: Sought): (SQL | null)[] {
  return [
    sql`m.deleted_at is null`,
    sql`m.kind <> 'system'`,
    pinned ? sql`m.pinned_at is not null` : null,
    before && sql`(m.created_at, m.id) < (${moment(before)}, ${uuidNil}::uuid)`,
    cursor && sql`(m.created_at, m.id) < (${cursor.createdAt}::timestamptz, ${cursor.id}::uuid)`,
  ];
}

function newest({ conditions, ranked }: Sought, found: SQL, most: number): SQL {
  const match = ranked ? asTextQuery(conditions) : null;
  return sql`select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
      ${match ? sql`ts_rank_cd(search_vector, ${match}, 1)` : sql`null::real`} as rank
    from (${found} order by created_at desc, id desc limit ${most}) found order by created_at desc, id desc`;
}

const ids = ({ conversations }: Sought) => sql`${`{${conversations.map(({ id }) => id)}}`}::uuid[]`;

const moment = (date: Date) => sql`${date.toISOString()}::timestamptz`;

const together = (conditions: (SQL | null)[]) =>
  sql.join(
    conditions.filter((each) => each !== null),
    sql` and `,
  );
