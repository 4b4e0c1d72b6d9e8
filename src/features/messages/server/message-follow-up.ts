import type { FollowUp } from "@/server/follow-ups/follow-up";
import type { MessageFollowUps } from "../follow-ups";

/** A follow-up of a change to a message, for `tx.followUp`. */
export function messageFollowUp<Kind extends keyof MessageFollowUps>(
  kind: Kind,
  data: MessageFollowUps[Kind],
): FollowUp {
  return { kind, data };
}
