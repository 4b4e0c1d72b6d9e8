export type PresenceState = "online" | "away" | "offline";

/** What a person says of themselves. */
export type PersonStatus = {
  emoji: string | null;
  text: string;
  /** Gone after this time; null: it stays. */
  until: string | null;
};

/** Whether a person is here, over all their tabs and devices. */
export type Presence = {
  userId: string;
  /** Null where they do not share it, or the reader does not share their own. */
  state: PresenceState | null;
  /** When they were last here, of somebody who is offline; null where that is not known. */
  lastSeenAt: string | null;
  status: PersonStatus | null;
  /** The higher one is the newer state. */
  revision: number;
};
