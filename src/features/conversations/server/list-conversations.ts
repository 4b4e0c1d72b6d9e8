import type { ActorContext } from "@/server/context";
import type { ConversationSummary } from "../dto";
import type { ListConversationsInput } from "../input";
import { listSummaries } from "./summaries";

export type ConversationPage = {
  conversations: ConversationSummary[];
  nextCursor: { lastActivityAt: string; id: string } | null;
};

/** The actor's conversations, most recent activity first, one keyset page at a time. */
export async function listConversations(
  ctx: ActorContext,
  { cursor, limit }: ListConversationsInput,
): Promise<ConversationPage> {
  const rows = await listSummaries(ctx.actor.id, { after: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    conversations: page,
    nextCursor: rows.length > limit && last ? { lastActivityAt: last.lastActivityAt, id: last.id } : null,
  };
}
