import type { Draft } from "./dto";

type Line = Pick<Draft, "conversationId" | "threadRootId">;

const sameLine = (a: Line, b: Line) =>
  a.conversationId === b.conversationId && a.threadRootId === b.threadRootId;

/** Takes in a draft as the server tells it; an earlier state than the one held changes nothing. */
export function withDraft(drafts: Draft[], draft: Draft): Draft[] {
  const held = drafts.find((d) => sameLine(d, draft));
  if (held && held.revision >= draft.revision) return drafts;
  // Empty ones stay, so that a late event cannot bring back what was sent.
  return [draft, ...drafts.filter((d) => d !== held)];
}

export const draftOf = (drafts: Draft[], line: Line) => drafts.find((d) => sameLine(d, line));
