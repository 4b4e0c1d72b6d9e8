import { and, desc, eq, isNull, type Placeholder, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { database, type Queryable } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { messages } from "@/server/db/schema/messages";
import { users } from "@/server/db/schema/users";
import { processSingleton } from "@/server/process-singleton";
import type { ConversationSummary } from "../dto";
import type { SystemEvent } from "../system-event";
import { detailsColumns, membershipColumns, toDetails, toMembership } from "./to-dto";

/** Length of the excerpt under a conversation's name, in characters. */
const excerptLength = 140;

type Place = { lastActivityAt: string; id: string };
type Wanted = {
  /** this conversation alone */
  id?: string;
  /** less recent than this one */
  after?: Place | null;
  limit: number;
};

/** The same with what stands for a value in a statement that is built once. */
type Asked = {
  id?: string;
  after?: Record<keyof Place, string | Placeholder> | null;
  limit: number | Placeholder;
};

/**
 * One person's conversations as their list shows them, most recent activity first, in one query: a
 * direct conversation's other person is named by its key, the last message by `last_seq`.
 */
export async function querySummaries(
  db: Queryable,
  userId: string,
  wanted: Wanted,
): Promise<ConversationSummary[]> {
  return toSummaries(await summariesQuery(db, userId, wanted));
}

/**
 * The same of all their conversations, outside of a transaction. Whoever comes back asks for it, after an outage
 * everybody at once: the statement is built once, and planned once for each connection.
 */
export async function listSummaries(
  userId: string,
  { after, limit }: Pick<Wanted, "after" | "limit">,
): Promise<ConversationSummary[]> {
  const statement = after
    ? processSingleton("summaries-after", () => prepareList(true))
    : processSingleton("summaries", () => prepareList(false));
  return toSummaries(
    await statement.execute({ userId, limit, lastActivityAt: after?.lastActivityAt, afterId: after?.id }),
  );
}

function prepareList(isLaterPage: boolean) {
  const { placeholder } = sql;
  const after = isLaterPage
    ? { lastActivityAt: placeholder("lastActivityAt"), id: placeholder("afterId") }
    : null;
  return summariesQuery(database().db, placeholder("userId"), { after, limit: placeholder("limit") }).prepare(
    "list",
  );
}

function toSummaries(rows: Awaited<ReturnType<typeof summariesQuery>>): ConversationSummary[] {
  return rows.map(({ own, author, counterpart, lastMessage }) => ({
    ...toDetails(own),
    ...toMembership(own),
    kind: own.kind,
    lastSeq: own.lastSeq,
    revision: own.revision,
    lastReadSeq: own.lastReadSeq,
    lastActivityAt: own.lastActivityAt.toISOString(),
    counterpart,
    lastMessage:
      lastMessage && author
        ? {
            ...lastMessage,
            author,
            system: lastMessage.system as SystemEvent | null,
            createdAt: lastMessage.createdAt.toISOString(),
          }
        : null,
  }));
}

/**
 * The statement of `querySummaries`, whose plan a test reads. Whatever else there is, it looks at the
 * person's memberships, and from each of them on at one row by its key: joins without a limit would let
 * the planner prefer to read all conversations.
 */
export function summariesQuery(db: Queryable, userId: string | Placeholder, { id, after, limit }: Asked) {
  const own = ownConversations(db, userId, { id, after, limit });
  const last = lastMessages(db, own);
  const author = person(db, "author", sql`${last.authorId}`);
  const first = sql`split_part(${own.directKey}, ':', 1)`;
  const second = sql`split_part(${own.directKey}, ':', 2)`;
  const counterpart = person(
    db,
    "counterpart",
    sql`(case when ${first} = ${userId} then ${second} else ${first} end)::uuid`,
  );
  const { seq, revision, excerpt, deleted, system, createdAt } = last;
  return db
    .select({
      own: own._.selectedFields,
      counterpart: counterpart._.selectedFields,
      lastMessage: { seq, revision, excerpt, deleted, system, createdAt },
      author: author._.selectedFields,
    })
    .from(own)
    .leftJoinLateral(last, sql`true`)
    .leftJoinLateral(author, sql`true`)
    .leftJoinLateral(counterpart, eq(own.kind, "direct"))
    .orderBy(desc(own.lastActivityAt), desc(own.id));
}

function ownConversations(db: Queryable, userId: string | Placeholder, { id, after, limit }: Asked) {
  const conversation = db
    .select({
      ...detailsColumns,
      kind: conversations.kind,
      directKey: conversations.directKey,
      lastSeq: conversations.lastSeq,
      revision: conversations.revision,
      lastActivityAt: conversations.lastActivityAt,
    })
    .from(conversations)
    .where(and(eq(conversations.id, conversationMembers.conversationId), isNull(conversations.deletedAt)))
    .limit(1)
    .as("conversation");
  return db
    .select({
      ...conversation._.selectedFields,
      ...membershipColumns,
      lastReadSeq: conversationMembers.lastReadSeq,
    })
    .from(conversationMembers)
    .innerJoinLateral(conversation, sql`true`)
    .where(
      and(
        eq(conversationMembers.userId, userId),
        id ? eq(conversationMembers.conversationId, id) : undefined,
        after
          ? sql`(${conversation.lastActivityAt}, ${conversation.id}) < (${after.lastActivityAt}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(conversation.lastActivityAt), desc(conversation.id))
    .limit(limit)
    .as("own");
}

function lastMessages(db: Queryable, own: ReturnType<typeof ownConversations>) {
  return db
    .select({
      seq: messages.seq,
      revision: sql<number>`${messages.revision}`.mapWith(Number).as("last_revision"),
      authorId: messages.authorId,
      excerpt:
        sql<string>`case when ${messages.deletedAt} is null then left(${messages.body}, ${sql.raw(String(excerptLength))}) else '' end`.as(
          "excerpt",
        ),
      deleted: sql<boolean>`${messages.deletedAt} is not null`.as("deleted"),
      system: messages.system,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .where(
      and(eq(messages.conversationId, own.id), eq(messages.seq, own.lastSeq), isNull(messages.threadRootId)),
    )
    .limit(1)
    .as("last");
}

function person<Name extends string>(db: Queryable, name: Name, id: ReturnType<typeof sql>) {
  const some = alias(users, `${name}_user`);
  return db
    .select({ id: some.id, username: some.username, displayName: some.displayName })
    .from(some)
    .where(eq(some.id, id))
    .limit(1)
    .as(name);
}
