import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import { database } from "@/server/db/client";
import type { ConversationSummary } from "../dto";
import { querySummaries } from "./summaries";

/** One of the actor's conversations. Throws NOT_FOUND. */
export async function requireSummary(
  ctx: ActorContext,
  conversationId: string,
): Promise<ConversationSummary> {
  const [summary] = await querySummaries(database().db, ctx.actor.id, { id: conversationId, limit: 1 });
  if (!summary) throw new AppError("NOT_FOUND");
  return summary;
}
