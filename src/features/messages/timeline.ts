import type { CatchUp, Message, MessagePage } from "./dto";
import { toReplyPreview } from "./reply-preview";

/**
 * A stretch of a conversation as a client holds it, oldest first. `revision` is complete: every change up
 * to it has been applied. `ahead` are later changes that arrived before an earlier one; `missingUpTo` is
 * the newest of those that are known to have happened and may not have been applied.
 */
export type Timeline = MessagePage & { ahead?: number[]; missingUpTo?: number };

export type Completeness = Pick<Timeline, "revision" | "ahead" | "missingUpTo">;

/** Whether a change between those applied is missing, so that the client must ask what it missed. */
export const hasGap = ({ revision, ahead = [], missingUpTo = 0 }: Completeness) =>
  ahead.length > 0 || missingUpTo > revision;

/**
 * Takes in a message as it is now: new or changed. The same message again, or an older state of it,
 * changes nothing; the order of arrival does not matter.
 */
export function withMessage(timeline: Timeline, message: Message): Timeline {
  return { ...timeline, messages: placed(timeline, message), ...advanced(timeline, message.revision) };
}

/** Takes in everything missed since `timeline.revision`. */
export function withChanges(timeline: Timeline, changes: CatchUp["changes"][number]): Timeline {
  const messages = changes.messages.reduce(
    (held, message) => placed({ ...timeline, messages: held }, message),
    timeline.messages,
  );
  const revision = Math.max(timeline.revision, changes.revision);
  return { ...timeline, messages, ...advanced({ ...timeline, revision }, revision) };
}

/** Adds an older page in front. */
export function withOlder(timeline: Timeline, page: MessagePage): Timeline {
  const oldest = timeline.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  const older = page.messages.filter((m) => m.seq < oldest);
  const messages = [...older, ...timeline.messages];
  return { ...timeline, messages, hasOlder: page.hasOlder, ...joined(timeline, page) };
}

/** Adds a newer page behind. */
export function withNewer(timeline: Timeline, page: MessagePage): Timeline {
  const newest = timeline.messages.at(-1)?.seq ?? 0;
  const newer = page.messages.filter((m) => m.seq > newest);
  const messages = [...timeline.messages, ...newer];
  return { ...timeline, messages, hasNewer: page.hasNewer, ...joined(timeline, page) };
}

/** As many messages as a page holds of one conversation; what is far from the reader is read again when needed. */
export const heldMaximum = 1_500;
const keptNear = 1_000;

/** Lets go of what is furthest from the edge that more is about to be added at, once very much is held. */
export function withoutFarEnd(timeline: Timeline, edge: "older" | "newer"): Timeline {
  const { messages } = timeline;
  if (messages.length < heldMaximum) return timeline;
  return edge === "older"
    ? { ...timeline, messages: messages.slice(0, keptNear), hasNewer: true }
    : { ...timeline, messages: messages.slice(-keptNear), hasOlder: true };
}

/** Holds another stretch of the same conversation in place of this one. */
export function replacedBy(timeline: Timeline | undefined, page: MessagePage): Timeline {
  const missingUpTo = timeline && newestSeen(timeline);
  return missingUpTo && missingUpTo > page.revision ? { ...page, missingUpTo } : page;
}

/**
 * Completeness of a stretch together with a page that was read on its own. What happened to the page's
 * part before it arrived was passed over as outside of the stretch, so it counts as missing.
 */
function joined(timeline: Timeline, page: MessagePage): Completeness {
  const revision = Math.min(timeline.revision, page.revision);
  const seen = newestSeen(timeline);
  if (seen <= page.revision) return { revision, ahead: timeline.ahead, missingUpTo: timeline.missingUpTo };
  return { revision, ahead: [], missingUpTo: seen };
}

const newestSeen = ({ revision, ahead = [], missingUpTo = 0 }: Timeline) =>
  Math.max(revision, missingUpTo, ...ahead);

function placed(timeline: Timeline, message: Message): Message[] {
  const requoted = withQuotesOf(timeline, message);
  return message.threadRootId === timeline.threadRootId
    ? inserted({ ...timeline, messages: requoted }, quotingHeld(timeline.messages, message))
    : requoted;
}

/** What others quote of a message changes with it. Only later ones can quote it: a new message is quoted by none. */
function withQuotesOf({ messages, threadRootId }: Timeline, said: Message): Message[] {
  const isStale = ({ replyTo }: Message) => replyTo?.id === said.id && replyTo.revision < said.revision;
  const from = said.threadRootId === threadRootId ? lowerBound(messages, said.seq) : 0;
  if (!messages.slice(from).some(isStale)) return messages;
  const quote = toReplyPreview(said);
  return messages.map((m) => (isStale(m) ? { ...m, replyTo: quote } : m));
}

/** A message that arrives after a change of what it quotes. */
function quotingHeld(messages: Message[], message: Message): Message {
  const { replyTo } = message;
  const said = replyTo && messages.find((m) => m.id === replyTo.id);
  return said && said.revision > replyTo.revision ? { ...message, replyTo: toReplyPreview(said) } : message;
}

function inserted(timeline: Timeline, message: Message): Message[] {
  const { messages, hasOlder, hasNewer } = timeline;
  const at = lowerBound(messages, message.seq);
  const held = messages[at];
  if (held?.seq === message.seq) {
    return held.revision >= message.revision ? messages : messages.with(at, message);
  }
  // Outside the stretch that is held: it will come with its page.
  if (at === 0 && hasOlder && messages.length > 0) return messages;
  if (at === messages.length && hasNewer) return messages;
  return messages.toSpliced(at, 0, message);
}

/** Index of the first message with at least this `seq`. */
function lowerBound(messages: Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((messages[middle] as Message).seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

function advanced(timeline: Timeline, seen: number): Pick<Timeline, "revision" | "ahead"> {
  let { revision } = timeline;
  const ahead = new Set(timeline.ahead);
  ahead.add(seen);
  while (ahead.has(revision + 1)) revision += 1;
  return { revision, ahead: [...ahead].filter((r) => r > revision) };
}
