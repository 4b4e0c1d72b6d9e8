import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message, MessagePage } from "./dto";
import { hasGap, type Timeline, withChanges, withMessage, withOlder } from "./timeline";

/** What happens to a conversation: a new message, or a change to one of those there (by its place among them). */
type Change = "new" | number;

const author = { id: "a", username: "ada", displayName: "Ada" };

/** A conversation as the server holds it after each change; `revision` n is the state after n changes. */
function conversationAfter(changes: Change[]) {
  const states: Message[][] = [[]];
  const events: Message[] = [];
  for (const [index, change] of changes.entries()) {
    const before = states[index] as Message[];
    const revision = index + 1;
    const edited = change === "new" ? undefined : before[change % Math.max(1, before.length)];
    const message: Message = edited
      ? { ...edited, revision, body: `changed ${revision}` }
      : {
          id: `m${before.length + 1}`,
          conversationId: "c",
          seq: before.length + 1,
          revision,
          author,
          kind: "text",
          body: `new ${revision}`,
          replyTo: null,
          createdAt: "2030-01-01T00:00:00.000Z",
        };
    events.push(message);
    states.push(edited ? before.with(message.seq - 1, message) : [...before, message]);
  }
  return { states, events };
}

function readBefore(messages: Message[], revision: number, before: number, limit: number): MessagePage {
  const older = messages.filter((each) => each.seq < before);
  return {
    messages: older.slice(-limit),
    hasOlder: older.length > limit,
    hasNewer: before !== Number.POSITIVE_INFINITY,
    revision,
  };
}

const newest = Number.POSITIVE_INFINITY;
const changesOf = fc.array(fc.oneof(fc.constant<Change>("new"), fc.nat(30)), { minLength: 1, maxLength: 40 });
const limit = fc.integer({ min: 1, max: 8 });
/** What a client does, and when: it hears of a change (some twice, some never, in any order), or reads a page. */
const steps = fc.array(
  fc.record({
    at: fc.nat(40),
    what: fc.constantFrom("hear", "hear", "hear", "read older"),
    which: fc.nat(40),
  }),
  { maxLength: 60 },
);

describe("a timeline", () => {
  it("equals a fresh read after one catch-up, whatever was lost, doubled or late", () => {
    fc.assert(
      fc.property(changesOf, fc.nat(40), limit, steps, (changes, start, size, todo) => {
        const { states, events } = conversationAfter(changes);
        const opened = start % states.length;
        let timeline: Timeline = readBefore(states[opened] as Message[], opened, newest, size);
        for (const { at, what, which } of todo.toSorted((a, b) => a.at - b.at)) {
          const now = Math.max(opened, at % states.length);
          if (what === "hear") {
            const heard = now > 0 ? events[which % now] : undefined;
            if (heard) timeline = withMessage(timeline, heard);
          } else if (timeline.hasOlder) {
            const first = timeline.messages[0]?.seq ?? newest;
            timeline = withOlder(timeline, readBefore(states[now] as Message[], now, first, size));
          }
        }
        const final = states.at(-1) as Message[];
        const missed = final
          .filter((each) => each.revision > timeline.revision)
          .sort((a, b) => a.revision - b.revision);
        timeline = withChanges(timeline, {
          conversationId: "c",
          revision: changes.length,
          reset: false,
          messages: missed,
        });
        const first = timeline.messages[0]?.seq ?? 1;
        expect(timeline.messages).toEqual(final.filter((each) => each.seq >= first));
        expect(timeline.hasOlder).toBe(first > 1);
        expect(hasGap(timeline)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("needs no catch-up when every event arrived, in whatever order and however often", () => {
    fc.assert(
      fc.property(changesOf, fc.nat(40), limit, fc.func(fc.nat()), (changes, start, size, shuffle) => {
        const { states, events } = conversationAfter(changes);
        const opened = start % states.length;
        const order = [...events, ...events].sort(
          (a, b) => shuffle(a.revision, a.body) - shuffle(b.revision, b.body),
        );
        const timeline = order.reduce<Timeline>(
          withMessage,
          readBefore(states[opened] as Message[], opened, newest, size),
        );
        const first = timeline.messages[0]?.seq ?? 1;
        const final = states.at(-1) as Message[];
        expect(timeline.messages).toEqual(final.filter((each) => each.seq >= first));
        expect(timeline.revision).toBe(changes.length);
        expect(hasGap(timeline)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("is not changed by an event that it has taken in", () => {
    const { states, events } = conversationAfter(["new", "new", 0, "new", 1]);
    const timeline = readBefore(states[5] as Message[], 5, newest, 50);
    for (const event of events) expect(withMessage(timeline, event).messages).toEqual(timeline.messages);
  });

  it("knows that something is missing between what it has and what it hears of", () => {
    const { states, events } = conversationAfter(["new", "new", "new"]);
    const timeline = readBefore(states[1] as Message[], 1, newest, 50);
    expect(hasGap(withMessage(timeline, events[2] as Message))).toBe(true);
    expect(hasGap(withMessage(timeline, events[1] as Message))).toBe(false);
  });
});
