import type { OwnSession } from "./dto";
import type { OwnSecurityEvents } from "./events";

/** The list, the last used first, after a use of one of its sessions; an older use than the list knows changes nothing. */
export function withUse(
  sessions: OwnSession[],
  { id, ...use }: OwnSecurityEvents["session.used"]["session"],
): OwnSession[] {
  return sessions
    .map((each) => (each.id === id && each.lastUsedAt < use.lastUsedAt ? { ...each, ...use } : each))
    .toSorted((a, b) => order(b) - order(a));
}

const order = ({ lastUsedAt }: OwnSession) => Date.parse(lastUsedAt);
