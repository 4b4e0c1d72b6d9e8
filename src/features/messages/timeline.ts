import type { CatchUp, Message, MessagePage } from "./dto";

/**
 * A stretch of a conversation as a client holds it, oldest first. `revision` is complete: every change up
 * to it has been applied. `ahead` are later changes that arrived before an earlier one.
 */
export type Timeline = MessagePage & { ahead?: number[] };

/** Whether a change between those applied is missing, so that the client must ask what it missed. */
export const hasGap = (timeline: Timeline) => (timeline.ahead?.length ?? 0) > 0;

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
  return { ...timeline, messages: [...older, ...timeline.messages], hasOlder: page.hasOlder };
}

/** Adds a newer page behind. */
export function withNewer(timeline: Timeline, page: MessagePage): Timeline {
  const newest = timeline.messages.at(-1)?.seq ?? 0;
  const newer = page.messages.filter((m) => m.seq > newest);
  return { ...timeline, messages: [...timeline.messages, ...newer], hasNewer: page.hasNewer };
}

function placed(timeline: Timeline, message: Message): Message[] {
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
