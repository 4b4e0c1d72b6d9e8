import type { ActorContext } from "@/server/context";
import type { MessagePage } from "../../dto";
import { readLine } from "../../server/read-line";
import type { ListRepliesInput } from "../input";
import { requireRoot } from "./access";

/** A page of a thread's replies, as `listMessages` gives one of the main line. Throws NOT_FOUND. */
export async function listReplies(ctx: ActorContext, input: ListRepliesInput): Promise<MessagePage> {
  const { conversation, message } = await requireRoot(ctx, input);
  const { id: conversationId, revision } = conversation;
  return readLine({ conversationId, threadRootId: message.id, revision }, input);
}
