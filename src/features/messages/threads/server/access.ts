import { AppError } from "@/server/app-error";
import type { ActorContext } from "@/server/context";
import type { Queryable } from "@/server/db/client";
import { requireMessage, type VisibleMessage } from "../../server/access";
import type { ThreadInput } from "../input";

/** The first message of a thread (that may have no reply yet), for a member of its conversation. Throws NOT_FOUND. */
export async function requireRoot(
  ctx: ActorContext,
  { conversationId, rootId }: ThreadInput,
  db?: Queryable,
): Promise<VisibleMessage> {
  const found = await requireMessage(ctx, { conversationId, messageId: rootId }, db);
  if (found.message.threadRootId !== null) throw new AppError("NOT_FOUND");
  return found;
}
