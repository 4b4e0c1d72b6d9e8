import { and, eq, exists, gte, isNotNull, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { passkeys, totpFactors } from "@/server/db/schema/factors";
import { presences } from "@/server/db/schema/presences";
import { users } from "@/server/db/schema/users";
import type { UserFilter } from "../input";
import { containsWord, searchedEmail, searchedNames, searchWords } from "./matches-text";
import { hasSecondFactor } from "./to-dto";

/** The condition that a filter is: the same for the list, its count, its export and what is done to all that match. */
export function matchUsers(filter: UserFilter): SQL | undefined {
  const { status, role, imported, joinedFrom, joinedTo, seen, secondFactor, country, query = "" } = filter;
  return and(
    isNull(users.erasedAt),
    status && eq(users.status, status),
    role && eq(users.role, role),
    imported === undefined ? undefined : (imported ? isNotNull : isNull)(users.importKey),
    joinedFrom ? gte(users.createdAt, sql`${joinedFrom}::date at time zone 'UTC'`) : undefined,
    joinedTo ? lt(users.createdAt, sql`(${joinedTo}::date + 1) at time zone 'UTC'`) : undefined,
    seen && matchSeen(seen),
    secondFactor === undefined ? undefined : matchFactor(secondFactor),
    country ? eq(users.lastCountry, country) : undefined,
    ...searchWords(query).map((word) =>
      or(containsWord(searchedNames, word), containsWord(searchedEmail, word)),
    ),
  );
}

const days = { day: 1, week: 7, month: 30, longer: 30 };

function matchSeen(seen: NonNullable<UserFilter["seen"]>): SQL {
  if (seen === "never") return not(seenWhere(or(presences.online, isNotNull(presences.seenAt))));
  const within = seenWhere(
    or(presences.online, sql`${presences.seenAt} > now() - ${days[seen]} * interval '1 day'`),
  );
  return seen === "longer" ? not(within) : within;
}

const seenWhere = (condition: SQL | undefined) =>
  exists(
    database()
      .db.select({ one: sql`1` })
      .from(presences)
      .where(and(eq(presences.userId, users.id), condition)),
  );

/** Few have one: they are found from what they have set up. Whoever has none is found along the list. */
const matchFactor = (set: boolean) =>
  set
    ? sql`${users.id} in (
        select ${totpFactors.userId} from ${totpFactors} where ${totpFactors.sealedSecret} is not null
        union select ${passkeys.userId} from ${passkeys})`
    : not(hasSecondFactor());
