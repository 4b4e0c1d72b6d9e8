import type { FollowUp } from "@/server/follow-ups/follow-up";
import type { ConversationFollowUps } from "../follow-ups";

/** A follow-up of a change to a conversation, for `tx.followUp`. */
export function conversationFollowUp<Kind extends keyof ConversationFollowUps>(
  kind: Kind,
  data: ConversationFollowUps[Kind],
): FollowUp {
  return { kind, data };
}
