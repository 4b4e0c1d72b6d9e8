import type { UserSummary } from "@/features/users/dto";

/** A stretch of an excerpt; `hit` where it is what was searched for. */
export type ExcerptPart = { text: string; hit: boolean };

export type MessageHit = {
  id: string;
  conversationId: string;
  /** Where to jump to: a place on the main line, of a reply the one where its thread begins. */
  seq: number;
  /** A reply's place in its thread. */
  replySeq: number | null;
  author: UserSummary;
  createdAt: string;
  excerpt: ExcerptPart[];
};

/** `rank` where the most relevant come first. */
export type SearchCursor = { createdAt: string; id: string; rank?: number };

export type MessageHits = {
  hits: MessageHit[];
  nextCursor: SearchCursor | null;
  /** The query that was answered instead, when the one asked found nothing. */
  correctedQuery: string | null;
};

/** Where a name leads: people to write to, groups to open or join. */
export type JumpTargets = {
  people: UserSummary[];
  groups: { id: string; name: string; joined: boolean }[];
};
