import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainMessage } from "@/testing/plain-message";
import type { CatchUp, Message, MessagePage } from "./dto";
import {
  hasGap,
  heldMaximum,
  replacedBy,
  type Timeline,
  withChanges,
  withMessage,
  withNewer,
  withOlder,
  withoutFarEnd,
} from "./timeline";

const author = { id: "u1", username: "ada", displayName: "Ada" };
const conversationId = "c1";

/** What a server would answer whose conversation went through these changes, one revision each. */
class Server {
  /** Every state a message was in, by revision; `changes[0]` is revision 1. */
  readonly changes: Message[] = [];

  /** A change to the message with this `seq`, or a new message where there is none. */
  constructor(seqs: number[]) {
    let lastSeq = 0;
    for (const wanted of seqs) {
      const seq = wanted >= 1 && wanted <= lastSeq ? wanted : ++lastSeq;
      const revision = this.changes.length + 1;
      this.changes.push(
        plainMessage({
          id: `m${seq}`,
          conversationId,
          seq,
          revision,
          author,
          body: `state ${revision}`,
          createdAt: new Date(seq * 1000).toISOString(),
        }),
      );
    }
  }

  change = (revision: number) => this.changes[revision - 1] as Message;

  at(revision: number): Message[] {
    const bySeq = new Map(this.changes.slice(0, revision).map((m) => [m.seq, m]));
    return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  }

  page(revision: number, range: { before?: number; after?: number; around?: number }, size = 3): MessagePage {
    const all = this.at(revision);
    const { before, after, around } = range;
    const centre = around === undefined ? -1 : all.findIndex((m) => m.seq >= around);
    const end = all.length - (before === undefined ? 0 : all.filter((m) => m.seq >= before).length);
    const start =
      after !== undefined
        ? all.filter((m) => m.seq <= after).length
        : around !== undefined
          ? Math.max(0, (centre < 0 ? all.length : centre) - 1)
          : Math.max(0, end - size);
    const stop = after !== undefined || around !== undefined ? start + size : end;
    const messages = all.slice(start, stop);
    return { threadRootId: null, messages, hasOlder: start > 0, hasNewer: stop < all.length, revision };
  }

  since(known: number, revision: number): CatchUp["changes"][number] {
    const messages = this.at(revision).filter((m) => m.revision > known);
    return { conversationId, revision, reset: false, messages };
  }

  /** What a client that holds this stretch would hold if it read it now. */
  fresh({ messages, hasNewer }: Timeline, revision: number): Message[] {
    const [oldest, newest] = [messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0];
    return this.at(revision).filter((m) => m.seq >= oldest && (!hasNewer || m.seq <= newest));
  }
}

const newMessages = (count: number) => new Server(Array.from({ length: count }, () => 0));

describe("a timeline", () => {
  it("is the same whatever the order of events and however often each comes", () => {
    const server = newMessages(5);
    const start = server.page(2, {});
    const inOrder = [3, 4, 5].map(server.change).reduce<Timeline>(withMessage, start);
    const shuffled = [5, 3, 5, 2, 4, 3, 1].map(server.change).reduce<Timeline>(withMessage, start);
    expect(shuffled).toEqual(inOrder);
    expect(inOrder.messages.map((m) => m.seq)).toEqual([1, 2, 3, 4, 5]);
    expect(inOrder.revision).toBe(5);
  });

  it("knows of a gap, and no longer once what was missed has come", () => {
    const server = newMessages(4);
    const gapped = withMessage(server.page(2, {}), server.change(4));
    expect(hasGap(gapped)).toBe(true);
    expect(gapped.revision).toBe(2);
    const whole = withChanges(gapped, server.since(2, 4));
    expect(hasGap(whole)).toBe(false);
    expect(whole.messages).toEqual(server.at(4));
  });

  it("does not let an older state of a message replace a newer one", () => {
    const server = new Server([0, 1, 1]);
    const newest = withMessage(server.page(1, {}), server.change(3));
    expect(withMessage(newest, server.change(2)).messages[0]?.body).toBe("state 3");
  });

  it("leaves what happens outside of its stretch to the page that holds it", () => {
    const server = newMessages(9);
    const middle = server.page(8, { around: 4 });
    expect(middle.messages.map((m) => m.seq)).toEqual([3, 4, 5]);
    expect(withMessage(middle, server.change(9)).messages).toEqual(middle.messages);
  });

  it("notices that a message arrived while a page was on its way that ends before it", () => {
    const server = newMessages(7);
    const held = server.page(6, { around: 3 });
    const page = server.page(6, { after: 4 });
    const joined = withNewer(withMessage(held, server.change(7)), page);
    expect(joined.hasNewer).toBe(false);
    expect(hasGap(joined)).toBe(true);
    expect(withChanges(joined, server.since(joined.revision, 7)).messages.at(-1)?.seq).toBe(7);
  });
});

/** Things that happen to a client, in any order. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("event" as const), revision: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("advance" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("ask older" as const, "ask newer" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("ask around" as const), seq: fc.integer({ min: 1 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("answer" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("catch up" as const) }) },
);

describe("whatever happens in whatever order", () => {
  it("equals a fresh read after one catch-up, and whenever it says that nothing is missing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 24 }),
        fc.array(happening, { maxLength: 60 }),
        fc.nat(),
        (seqs, happenings, first) => {
          const server = new Server(seqs);
          const last = server.changes.length;
          let now = 1 + (first % last);
          let held: Timeline = server.page(now, {});
          let answer: ((timeline: Timeline) => Timeline) | null = null;

          for (const each of happenings) {
            if (each.do === "advance") now = Math.min(last, now + 1);
            else if (each.do === "event") held = withMessage(held, server.change(1 + (each.revision % now)));
            else if (each.do === "answer") {
              held = answer?.(held) ?? held;
              answer = null;
            } else if (each.do === "catch up") held = withChanges(held, server.since(held.revision, now));
            else if (answer === null) answer = ask(server, held, now, each);

            if (!hasGap(held) && held.revision === now) {
              expect(held.messages).toEqual(server.fresh(held, now));
            }
          }
          held = withChanges(held, server.since(held.revision, now));
          expect(hasGap(held)).toBe(false);
          expect(held.messages).toEqual(server.fresh(held, now));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

type Asked = { do: "ask older" | "ask newer" } | { do: "ask around"; seq: number };

function ask(server: Server, held: Timeline, now: number, asked: Asked) {
  const oldest = held.messages[0]?.seq;
  const newest = held.messages.at(-1)?.seq;
  if (oldest === undefined || newest === undefined) return null;
  if (asked.do === "ask around") {
    const page = server.page(now, { around: 1 + (asked.seq % server.at(now).length) });
    return (timeline: Timeline) => replacedBy(timeline, page);
  }
  if (asked.do === "ask older") {
    const page = server.page(now, { before: oldest });
    return held.hasOlder ? (timeline: Timeline) => withOlder(timeline, page) : null;
  }
  const page = server.page(now, { after: newest });
  return held.hasNewer ? (timeline: Timeline) => withNewer(timeline, page) : null;
}

describe("withoutFarEnd", () => {
  const messages = Array.from({ length: 100_000 }, (_, n) =>
    plainMessage({
      id: `m${n + 1}`,
      conversationId,
      seq: n + 1,
      revision: n + 1,
      author,
      body: "",
      createdAt: new Date(n * 1000).toISOString(),
    }),
  );
  const page = (from: number, to: number): MessagePage => ({
    threadRootId: null,
    messages: messages.slice(from, to),
    hasOlder: from > 0,
    hasNewer: to < messages.length,
    revision: messages.length,
  });

  it("holds a bounded stretch without a gap, all the way up and down 100,000 messages", () => {
    let held: Timeline = page(99_950, 100_000);
    const seen = new Set<number>();
    const check = () => {
      expect(held.messages.length).toBeLessThanOrEqual(heldMaximum + 100);
      const [first, last] = [held.messages[0]?.seq ?? 0, held.messages.at(-1)?.seq ?? 0];
      expect(last - first + 1).toBe(held.messages.length);
      expect([held.hasOlder, held.hasNewer]).toEqual([first > 1, last < 100_000]);
      return [first, last] as const;
    };
    while (held.hasOlder) {
      held = withoutFarEnd(held, "older");
      const [first] = check();
      held = withOlder(held, page(Math.max(0, first - 101), first - 1));
      seen.add(check()[0]);
    }
    while (held.hasNewer) {
      held = withoutFarEnd(held, "newer");
      const [, last] = check();
      held = withNewer(held, page(last, Math.min(messages.length, last + 100)));
      check();
    }
    expect(seen.size).toBeGreaterThan(900);
  });
});
