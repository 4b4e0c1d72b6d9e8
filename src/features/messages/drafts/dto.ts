/** What a person is writing in a conversation, or in one of its threads. */
export type Draft = {
  conversationId: string;
  threadRootId: string | null;
  body: string;
  /** The higher one is the later state. */
  revision: number;
  updatedAt: string;
};

/** Latest first; empty ones are left out. */
export type DraftPage = { drafts: Draft[]; nextCursor: { updatedAt: string; id: string } | null };
