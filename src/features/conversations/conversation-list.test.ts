import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ConversationList,
  unreadCount,
  withConversation,
  withMessage,
  withoutConversation,
  withReadMarker,
  withRest,
  withSnapshot,
} from "./conversation-list";
import type { ConversationSummary } from "./dto";

const ada = { id: "ada", username: "ada", displayName: "Ada" };
const ben = { id: "ben", username: "ben", displayName: "Ben" };
const at = (revision: number) => new Date(Date.UTC(2026, 0, 1) + revision * 1000).toISOString();

/** A conversation after `seq` messages, the last of them by `author`. */
function summary(id: string, seq: number, lastReadSeq = 0, author = ben): ConversationSummary {
  return {
    id,
    kind: "group",
    visibility: "private",
    name: id,
    description: "",
    counterpart: null,
    announcementOnly: false,
    slowModeSeconds: 0,
    archivedAt: null,
    detailsRevision: 0,
    role: "member",
    mutedUntil: null,
    favourite: false,
    notificationLevel: "default",
    unreadFromSeq: null,
    membershipRevision: 0,
    lastSeq: seq,
    lastReadSeq,
    revision: seq,
    lastMessage:
      seq > 0
        ? {
            seq,
            revision: seq,
            author,
            excerpt: `text ${seq}`,
            deleted: false,
            system: null,
            createdAt: at(seq),
          }
        : null,
    lastActivityAt: at(seq),
  };
}

const list = (...conversations: ConversationSummary[]): ConversationList => ({
  conversations,
  nextCursor: null,
});
const event = (seq: number, author = ben) => ({
  seq,
  revision: seq,
  author,
  excerpt: `text ${seq}`,
  deleted: false,
  system: null,
  createdAt: at(seq),
  threadRootId: null,
  isNew: true,
});

describe("a message", () => {
  it("moves its conversation up and counts as unread, unless it is one's own", () => {
    const held = list(summary("b", 5, 5), summary("a", 4, 4));
    const others = withMessage(held, "a", event(6), "ada");
    expect(others.conversations.map((c) => [c.id, unreadCount(c)])).toEqual([
      ["a", 2],
      ["b", 0],
    ]);
    const own = withMessage(held, "a", event(6, ada), "ada");
    expect(own.conversations.map((c) => unreadCount(c))).toEqual([0, 0]);
  });

  it("changes nothing when it comes late or again, or concerns an unknown conversation", () => {
    const held = withMessage(list(summary("a", 4)), "a", event(6), "ada");
    expect(withMessage(held, "a", event(6), "ada")).toEqual(held);
    expect(withMessage(held, "a", event(5), "ada")).toEqual(held);
    expect(withMessage(held, "x", event(5), "ada")).toBe(held);
  });
});

it("never moves a read marker back", () => {
  const held = list(summary("a", 4, 3));
  expect(withReadMarker(held, "a", 2)).toEqual(held);
  expect(withConversation(held, summary("a", 5, 1)).conversations[0]?.lastReadSeq).toBe(3);
  expect(withSnapshot(held, [summary("a", 5, 1)], new Set(["a"])).conversations[0]?.lastReadSeq).toBe(3);
});

describe("the whole list as the server tells it", () => {
  it("replaces what is held, removals included", () => {
    const held = list(summary("a", 4), summary("b", 3));
    const told = withSnapshot(held, [summary("b", 6)], new Set(["a", "b"]));
    expect(told.conversations).toEqual([summary("b", 6)]);
  });

  it("leaves alone what was added or removed after the question", () => {
    const held = list(summary("new", 1));
    const told = withSnapshot(held, [summary("left", 4)], new Set(["left"]));
    expect(told.conversations.map((c) => c.id)).toEqual(["new"]);
  });

  it("does not take back what events told meanwhile", () => {
    const held = list(summary("a", 7));
    expect(withSnapshot(held, [summary("a", 5)], new Set(["a"])).conversations).toEqual([summary("a", 7)]);
  });

  it("is taken as it is by a client that holds nothing", () => {
    expect(withSnapshot(undefined, [summary("a", 1)], new Set())).toEqual(list(summary("a", 1)));
  });
});

it("forgets a conversation", () => {
  expect(withoutConversation(list(summary("a", 1)), "a")).toEqual(list());
});

it("equals a fresh read after any events in any order and one catch-up", () => {
  const ids = ["a", "b", "c"];
  const happening = fc.record({
    id: fc.constantFrom(...ids),
    seq: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom("message", "marker", "conversation"),
  });
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
      const read = 4;
      const final = ids.map((id, index) => summary(id, 9 + index, read)).reverse();
      const start = list(...ids.map((id) => summary(id, 2)));
      const held = happenings.reduce((now, { id, seq, kind }) => {
        if (kind === "message") return withMessage(now, id, event(seq), "ada");
        if (kind === "marker") return withReadMarker(now, id, Math.min(seq, read));
        return withConversation(now, summary(id, seq, Math.min(seq, read)));
      }, start);
      expect(withSnapshot(held, final, new Set(ids)).conversations).toEqual(final);
    }),
  );
});

describe("withRest", () => {
  it("adds what comes after the first part, and keeps what is newer of what is held", () => {
    const first = {
      conversations: [summary("a", 9), summary("b", 8)],
      nextCursor: { lastActivityAt: at(8), id: "b" },
    };
    const page = list(summary("c", 3), summary("d", 2), summary("b", 1));
    const whole = withRest(first, page);
    expect(whole.conversations.map((c) => [c.id, c.lastSeq])).toEqual([
      ["a", 9],
      ["b", 8],
      ["c", 3],
      ["d", 2],
    ]);
    expect(whole.nextCursor).toBeNull();
    expect(withRest(whole, page)).toEqual(whole);
  });
});
