import { createHash } from "node:crypto";
import { and, desc, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { database } from "@/server/db/client";
import { authChallenges } from "@/server/db/schema/factors";

/** How long somebody may take between the two halves, in minutes. */
export const challengeMinutes = 5;

type Purpose = (typeof authChallenges.$inferSelect)["purpose"];
/** Who may go on: somebody in the session that began, or the browser that holds the secret. */
type Owner = { userId: string; sessionId: string | null } | { browserSecret: string };

/** Remembers what was begun. */
export async function putChallenge(
  purpose: Purpose,
  owner: Owner,
  challenge: string,
  minutes = challengeMinutes,
): Promise<void> {
  await database()
    .db.insert(authChallenges)
    .values({
      purpose,
      challenge,
      ...("userId" in owner ? owner : { browserHash: hashOf(owner.browserSecret) }),
      expiresAt: sql`now() + ${minutes} * interval '1 minute'`,
    });
}

/** Takes what the owner began last, so that it cannot be taken again. Null when there is nothing. */
export async function takeChallenge(purpose: Purpose, owner: Owner): Promise<string | null> {
  const taken = await database()
    .db.delete(authChallenges)
    .where(and(eq(authChallenges.purpose, purpose), ownedBy(owner)))
    .returning({ id: authChallenges.id, challenge: authChallenges.challenge, at: authChallenges.expiresAt });
  const [last] = taken.sort((a, b) => (a.id < b.id ? 1 : -1));
  return last && last.at.getTime() > Date.now() ? last.challenge : null;
}

/** What the owner began last, which goes on waiting. Null when there is nothing. */
export async function readChallenge(purpose: Purpose, owner: Owner): Promise<string | null> {
  const [last] = await database()
    .db.select({ challenge: authChallenges.challenge })
    .from(authChallenges)
    .where(and(eq(authChallenges.purpose, purpose), ownedBy(owner), gt(authChallenges.expiresAt, sql`now()`)))
    .orderBy(desc(authChallenges.id))
    .limit(1);
  return last?.challenge ?? null;
}

/** Deletes what nobody went on with. Returns how many. */
export async function purgeAuthChallenges(): Promise<{ purged: number }> {
  const { count } = await database()
    .db.delete(authChallenges)
    .where(lt(authChallenges.expiresAt, sql`now()`));
  return { purged: count };
}

function ownedBy(owner: Owner): SQL | undefined {
  if ("browserSecret" in owner) return eq(authChallenges.browserHash, hashOf(owner.browserSecret));
  return and(
    eq(authChallenges.userId, owner.userId),
    sql`${authChallenges.sessionId} is not distinct from ${owner.sessionId}::uuid`,
  );
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest();
