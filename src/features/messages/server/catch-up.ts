import { gt, sql } from "drizzle-orm";
import { listConversations } from "@/features/conversations/server/list-conversations";
import { listPeople } from "@/features/users/server/list-people";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { processSingleton } from "@/server/process-singleton";
import type { CatchUp } from "../dto";
import type { CatchUpInput } from "../input";
import { messagesQuery } from "./queries";
import { toMessage } from "./to-dto";

/** Up to this many changes are sent; past it, reading the newest page anew is cheaper. */
const changeLimit = 200;
const conversationLimit = 1_000;

/**
 * Everything that a client missed, over all its conversations together: the list as it is now, and for
 * each timeline it holds the messages changed since the revision it knows, and what those are called now whom
 * it calls by name. Timelines of conversations that the actor has left are not answered.
 */
export async function catchUp(ctx: ActorContext, input: CatchUpInput): Promise<CatchUp> {
  const [{ conversations }, people] = await Promise.all([
    listConversations(ctx, { limit: conversationLimit }),
    listPeople(input.people),
  ]);
  const visible = new Map(conversations.map((c) => [c.id, c]));
  const changes = await Promise.all(
    input.timelines.flatMap(({ conversationId, revision: known }) => {
      const conversation = visible.get(conversationId);
      return conversation ? [changesSince(conversationId, known, conversation.revision)] : [];
    }),
  );
  return { conversations, changes, people };
}

/** Built once, and planned once for each connection: after an outage everybody asks for it at the same time. */
function prepareMissed() {
  const { placeholder } = sql;
  const newer = gt(messages.revision, placeholder("known"));
  const { db } = database();
  return messagesQuery(placeholder("conversationId"), newer, "by revision", changeLimit + 1, db).prepare(
    "missed",
  );
}

async function changesSince(conversationId: string, known: number, revision: number) {
  if (known === revision) return { conversationId, revision, reset: false, messages: [] };
  const missed = processSingleton("missed-messages", prepareMissed);
  const rows = (await missed.execute({ conversationId, known })).map(toMessage);
  // A known revision above the current one is from before a restore: what the client holds may not exist.
  const reset = rows.length > changeLimit || known > revision;
  const newest = rows.at(-1)?.revision ?? revision;
  return {
    conversationId,
    revision: Math.max(revision, newest),
    reset,
    messages: reset ? [] : rows,
  };
}
