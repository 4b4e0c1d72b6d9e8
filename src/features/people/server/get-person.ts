import { and, desc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { describeDevice } from "@/features/sessions/server/describe-device";
import { adminUserColumns, toAdminUser } from "@/features/users/server/to-dto";
import { AppError } from "@/server/app-error";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
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
    db.select(adminUserColumns).from(users).where(eq(users.id, userId)),
    listSessions(userId),
    listSignIns(userId),
    listConversations(userId),
    listNotes(userId),
    listEntries(userId),
  ]);
  if (!row) throw new AppError("NOT_FOUND");
  const [live, signIns, joined, notes, entries] = lists;
  return { person: toAdminUser(row), sessions: live, signIns, conversations: joined, notes, entries };
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
  return rows.map(({ id, at, outcome, ip, userAgent }) => {
    const { browser, system } = describeDevice(userAgent);
    return {
      id,
      at: at.toISOString(),
      outcome,
      ip,
      device: [browser, system].filter(Boolean).join(", ") || null,
    };
  });
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
      author: users.displayName,
      createdAt: personNotes.createdAt,
    })
    .from(personNotes)
    .leftJoin(users, eq(users.id, personNotes.authorId))
    .where(eq(personNotes.userId, userId))
    .orderBy(desc(personNotes.createdAt), desc(personNotes.id))
    .limit(limit);
  return rows.map(({ createdAt, ...note }) => ({ ...note, createdAt: createdAt.toISOString() }));
}

/** What was done to somebody, and what they did, newest first: two looks into indexes, not one over everything. */
async function listEntries(userId: string): Promise<PersonDetails["entries"]> {
  const about = and(eq(auditEntries.targetType, "user"), eq(auditEntries.targetId, userId));
  const [onThem, byThem] = await Promise.all([
    selectEntries()
      .where(and(about, or(isNull(auditEntries.actorId), ne(auditEntries.actorId, userId))))
      .orderBy(desc(auditEntries.id))
      .limit(limit),
    selectEntries().where(eq(auditEntries.actorId, userId)).orderBy(desc(auditEntries.id)).limit(limit),
  ]);
  return [
    ...onThem.map((entry) => ({ ...entry, by: "others" as const })),
    ...byThem.map((entry) => ({ ...entry, by: "them" as const })),
  ]
    .toSorted((a, b) => b.id - a.id)
    .slice(0, limit)
    .map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() }));
}

const selectEntries = () =>
  database()
    .db.select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      actor: users.displayName,
      reason: auditEntries.reason,
    })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .$dynamic();
