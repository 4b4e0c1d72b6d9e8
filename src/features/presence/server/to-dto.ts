import { presences } from "@/server/db/schema/presences";
import type { Presence } from "../dto";

/** The columns of a `Presence`. */
export const presenceColumns = {
  userId: presences.userId,
  announced: presences.announced,
  seenAt: presences.seenAt,
  revision: presences.revision,
  statusEmoji: presences.statusEmoji,
  statusText: presences.statusText,
  statusUntil: presences.statusUntil,
};

export type PresenceRow = Pick<typeof presences.$inferSelect, keyof typeof presenceColumns>;

/** What others see. The state is the one that was announced, so that a read and the events say the same. */
export function toPresence(row: PresenceRow, now: Date): Presence {
  const { statusEmoji: emoji, statusText: text, statusUntil } = row;
  const hasStatus = (emoji !== null || text !== "") && (statusUntil === null || statusUntil > now);
  return {
    userId: row.userId,
    state: row.announced,
    lastSeenAt: row.announced === "offline" ? (row.seenAt?.toISOString() ?? null) : null,
    status: hasStatus ? { emoji, text, until: statusUntil?.toISOString() ?? null } : null,
    revision: row.revision,
  };
}

/** What is left for whoever may not know whether the person is here. */
export const withoutState = (presence: Presence): Presence => ({
  ...presence,
  state: null,
  lastSeenAt: null,
});
