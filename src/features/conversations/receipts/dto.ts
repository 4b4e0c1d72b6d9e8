import type { UserSummary } from "@/features/users/dto";

/** How far a member has read. What is not above `joinedSeq` was there before they came. */
export type ReadMarker = { user: UserSummary; seq: number; joinedSeq: number };

export type ReadMarkers = {
  /** Whether the viewer shares read receipts: who does not is shown none. */
  sharing: boolean;
  /** The members who share theirs, furthest first; the viewer is left out. */
  markers: ReadMarker[];
  /** Whether these are all of them. */
  complete: boolean;
};

/** Who has read a message, by name; `total` counts all of them. */
export type ReaderPage = {
  readers: UserSummary[];
  total: number;
  nextCursor: { displayName: string; id: string } | null;
};
