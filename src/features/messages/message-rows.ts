import type { UserSummary } from "@/features/users/dto";
import type { Message } from "./dto";
import type { Outgoing } from "./outgoing";

/** Messages of one author that follow within this time stand together under one name, in milliseconds. */
const togetherMs = 5 * 60_000;

type Surroundings = {
  key: string;
  author: UserSummary;
  /** The day that begins with this row, as `YYYY-MM-DD`; null within a day. */
  day: string | null;
  /** The first row of its author's run. */
  first: boolean;
  /** The first row that was unread when the conversation was opened. */
  unread: boolean;
};

export type MessageRow = Surroundings &
  ({ kind: "message"; message: Message } | { kind: "outgoing"; message: Outgoing });

type Input = {
  messages: Message[];
  hasOlder: boolean;
  outgoing: Outgoing[];
  self: UserSummary;
  /** What was unread when the conversation was opened: later than `after`, up to `upTo`. */
  unreadAtOpen: { after: number; upTo: number };
  dayOf: (iso: string) => string;
};

/**
 * What the screen shows, one row a message, oldest first. Unacknowledged messages stand at the end until
 * they have arrived. Above the oldest held message no day begins while older ones may be of the same day.
 */
export function toMessageRows({
  messages,
  hasOlder,
  outgoing,
  self,
  unreadAtOpen,
  dayOf,
}: Input): MessageRow[] {
  const rows: MessageRow[] = [];
  let before: { authorId: string; time: number; day: string } | null = null;
  let unreadShown = false;
  const surroundings = (author: UserSummary, iso: string, unread: boolean, noted = false) => {
    const time = Date.parse(iso);
    const day = dayOf(iso);
    const newDay = before ? before.day !== day : !hasOlder;
    const together =
      !noted &&
      before !== null &&
      !newDay &&
      before.authorId === author.id &&
      time - before.time < togetherMs;
    // What the system noted stands alone: the next words begin a new run.
    before = { authorId: noted ? "" : author.id, time, day };
    return { author, day: newDay ? day : null, first: !together || unread, unread };
  };

  for (const message of messages) {
    const { after, upTo } = unreadAtOpen;
    const isUnread = message.seq > after && message.seq <= upTo && message.author.id !== self.id;
    // Whether an earlier one was unread is not known at the edge of what is held.
    const unread = isUnread && !unreadShown && (rows.length > 0 || !hasOlder || message.seq === after + 1);
    unreadShown ||= isUnread;
    const around = surroundings(message.author, message.createdAt, unread, message.system !== null);
    rows.push({ kind: "message", key: message.id, message, ...around });
  }
  const arrived = new Set(outgoing.length > 0 ? messages.slice(-200).map((m) => m.id) : []);
  for (const message of outgoing) {
    if (arrived.has(message.id)) continue;
    rows.push({
      kind: "outgoing",
      key: message.id,
      message,
      ...surroundings(self, message.createdAt, false),
    });
  }
  return rows;
}
