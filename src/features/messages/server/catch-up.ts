import { gt } from "drizzle-orm";
import { listConversations } from "@/features/conversations/server/list-conversations";
import { listPeople } from "@/features/users/server/list-people";
import type { ActorContext } from "@/server/context";
import { messages } from "@/server/db/schema/messages";
import type { CatchUp } from "../dto";
import type { CatchUpInput } from "../input";
import { queryMessages } from "./queries";

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

async function changesSince(conversationId: string, known: number, revision: number) {
  if (known === revision) return { conversationId, revision, reset: false, messages: [] };
  const rows = await queryMessages(
    conversationId,
    gt(messages.revision, known),
    "by revision",
    changeLimit + 1,
  );
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
