import { and, eq, exists, gt, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { presences } from "@/server/db/schema/presences";
import { users } from "@/server/db/schema/users";
import { withinDays } from "@/server/db/within-days";
import type { UserFilter } from "../input";
import { containsWord, searchedEmail, searchedNames, searchWords } from "./matches-text";

/** The condition that a filter is: the same for the list, its count, its export and what is done to all that match. */
export function matchUsers(filter: UserFilter): SQL | undefined {
  const { status, role, imported, joinedFrom, joinedTo, seen, secondFactor, country, query = "" } = filter;
  return and(
    isNull(users.erasedAt),
    status && eq(users.status, status),
    role && eq(users.role, role),
    imported === undefined ? undefined : is(users.imported, imported),
    withinDays(users.createdAt, { from: joinedFrom, to: joinedTo }),
    seen && matchSeen(seen),
    secondFactor === undefined ? undefined : is(users.hasSecondFactor, secondFactor),
    country ? eq(users.lastCountry, country) : undefined,
    ...searchWords(query).map((word) =>
      or(containsWord(searchedNames, word), containsWord(searchedEmail, word)),
    ),
  );
}

/** Without a parameter, as indexes of one half are declared. */
const is = (column: SQLWrapper, wanted: boolean): SQL => (wanted ? sql`${column}` : sql`not ${column}`);

const days = { day: 1, week: 7, month: 30, longer: 30 };

/** Each names the people that it means, and nobody by leaving out others: few are then found without reading all. */
function matchSeen(seen: NonNullable<UserFilter["seen"]>): SQL {
  if (seen === "never") return is(users.beenHere, false);
  const since = sql`now() - ${days[seen]} * interval '1 day'`;
  if (seen !== "longer") return seenWhere(or(presences.online, gt(presences.seenAt, since)));
  return sql`${users.id} in (
    select user_id from presences where not online and (seen_at <= ${since} or seen_at is null)
    union all select id from users where not been_here)`;
}

const seenWhere = (condition: SQL | undefined) =>
  exists(
    database()
      .db.select({ one: sql`1` })
      .from(presences)
      .where(and(eq(presences.userId, users.id), condition)),
  );
