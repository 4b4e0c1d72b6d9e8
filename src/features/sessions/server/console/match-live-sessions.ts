import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { containsWord, searchedNames, searchWords } from "@/features/users/server/matches-text";
import { sessions } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import { withinNetwork } from "@/server/db/within-network";
import type { LiveSessionFilter } from "../../input";
import type { SessionLimits } from "../../session-limits";

/** The condition on sessions, with the people whose they are, that still work and that a filter of the console shows. */
export function matchLiveSessions(
  { userId, query, network, country, client }: LiveSessionFilter,
  limits: SessionLimits,
): SQL | undefined {
  return and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`now()`),
    gt(sessions.lastUsedAt, sql`now() - ${limits.sessionIdleHours} * interval '1 hour'`),
    gt(sessions.createdAt, sql`now() - ${limits.sessionMaximumDays} * interval '1 day'`),
    eq(users.status, "active"),
    userId ? eq(sessions.userId, userId) : undefined,
    ...searchWords(query ?? "").map((word) => containsWord(searchedNames, word)),
    network ? withinNetwork(sessions.ip, network) : undefined,
    country ? eq(sessions.country, country) : undefined,
    client ? eq(sessions.client, client) : undefined,
  );
}
