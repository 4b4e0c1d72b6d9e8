import { and, count, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { describeDevice } from "@/features/sessions/server/describe-device";
import { adminUserColumns, toAdminUser, userSummaryColumns } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { personNotes } from "@/server/db/schema/person-notes";
import { sessions, signInAttempts } from "@/server/db/schema/sessions";
import { users } from "@/server/db/schema/users";
import type { PersonDetails } from "../dto";
import type { PersonInput } from "../input";

/** Most rows of each of the lists. */
const limit = 20;

/** Everything that the console shows of one person. Throws NOT_FOUND. */
export async function getPerson({ userId }: PersonInput): Promise<PersonDetails> {
  const { db } = database();
  const [[row], ...lists] = await Promise.all([
    db
      .select({ ...adminUserColumns, bio: users.bio })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.erasedAt))),
    listSessions(userId),
    listSignIns(userId),
    listCountries(userId),
    listConversations(userId),
    listNotes(userId),
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  const [live, signIns, countries, joined, notes] = lists;
  const { bio, ...person } = row;
  return {
    person: toAdminUser(person),
    bio,
    sessions: live,
    signIns,
    countries,
    conversations: joined,
    notes,
  };
}

async function listSessions(userId: string): Promise<PersonDetails["sessions"]> {
  const rows = await database()
    .db.select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.lastUsedAt))
    .limit(limit);
  return rows.map(({ id, client, userAgent, ip, createdAt, lastUsedAt }) => ({
    id,
    client,
    ...describeDevice(userAgent),
    ip,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
  }));
}

async function listSignIns(userId: string): Promise<PersonDetails["signIns"]> {
  const rows = await database()
    .db.select()
    .from(signInAttempts)
    .where(eq(signInAttempts.userId, userId))
    .orderBy(desc(signInAttempts.id))
    .limit(limit);
  return rows.map(({ id, at, outcome, ip, country, userAgent }) => {
    const { browser, system } = describeDevice(userAgent);
    return {
      id,
      at: at.toISOString(),
      outcome,
      ip,
      country,
      device: [browser, system].filter(Boolean).join(", ") || null,
    };
  });
}

async function listCountries(userId: string): Promise<PersonDetails["countries"]> {
  const rows = await database()
    .db.select({ country: signInAttempts.country, count: count() })
    .from(signInAttempts)
    .where(
      and(
        eq(signInAttempts.userId, userId),
        eq(signInAttempts.outcome, "signed_in"),
        isNotNull(signInAttempts.country),
      ),
    )
    .groupBy(signInAttempts.country)
    .orderBy(desc(count()), signInAttempts.country)
    .limit(limit);
  return rows.flatMap(({ country, count }) => (country ? [{ country, count }] : []));
}

const listConversations = (userId: string) =>
  database()
    .db.select({
      id: conversations.id,
      name: conversations.name,
      visibility: conversations.visibility,
      role: conversationMembers.role,
    })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.userId, userId),
        eq(conversations.kind, "group"),
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(desc(conversationMembers.conversationId))
    .limit(limit);

async function listNotes(userId: string): Promise<PersonDetails["notes"]> {
  const rows = await database()
    .db.select({
      id: personNotes.id,
      body: personNotes.body,
      author: userSummaryColumns,
      createdAt: personNotes.createdAt,
    })
    .from(personNotes)
    .leftJoin(users, eq(users.id, personNotes.authorId))
    .where(eq(personNotes.userId, userId))
    .orderBy(desc(personNotes.createdAt), desc(personNotes.id))
    .limit(limit);
  return rows.map(({ createdAt, ...note }) => ({ ...note, createdAt: createdAt.toISOString() }));
}
