import { describe, expect, it } from "vitest";
import { dayOf } from "./day-of";
import type { Message } from "./dto";
import { toMessageRows } from "./message-rows";
import type { Outgoing } from "./outgoing";

const people = {
  ada: { id: "ada", username: "ada", displayName: "Ada" },
  ben: { id: "ben", username: "ben", displayName: "Ben" },
};

const message = (seq: number, who: keyof typeof people, createdAt: string): Message => ({
  id: `m${seq}`,
  conversationId: "c1",
  seq,
  revision: seq,
  author: people[who],
  kind: "text",
  body: "",
  system: null,
  replyTo: null,
  createdAt,
});

const outgoing = (id: string, createdAt: string): Outgoing => ({
  id,
  conversationId: "c1",
  body: "",
  replyTo: null,
  createdAt,
  state: "sending",
  refusal: null,
});

const rowsOf = (messages: Message[], more: Partial<Parameters<typeof toMessageRows>[0]> = {}) =>
  toMessageRows({
    messages,
    hasOlder: false,
    outgoing: [],
    self: people.ada,
    unreadAtOpen: { after: 100, upTo: 100 },
    dayOf: dayOf("UTC"),
    ...more,
  });

describe("a run of one author", () => {
  it("stands under one name for five minutes from message to message", () => {
    const rows = rowsOf([
      message(1, "ada", "2026-01-01T10:00:00Z"),
      message(2, "ada", "2026-01-01T10:04:59Z"),
      message(3, "ada", "2026-01-01T10:09:58Z"),
      message(4, "ada", "2026-01-01T10:14:58Z"),
      message(5, "ben", "2026-01-01T10:14:59Z"),
    ]);
    expect(rows.map((r) => r.first)).toEqual([true, false, false, true, true]);
  });

  it("ends with the day, and where the unread ones begin", () => {
    const rows = rowsOf(
      [
        message(1, "ben", "2026-01-01T23:59:00Z"),
        message(2, "ben", "2026-01-02T00:00:00Z"),
        message(3, "ben", "2026-01-02T00:00:10Z"),
      ],
      { unreadAtOpen: { after: 2, upTo: 3 } },
    );
    expect(rows.map((r) => r.first)).toEqual([true, true, true]);
    expect(rows.map((r) => r.day)).toEqual(["2026-01-01", "2026-01-02", null]);
    expect(rows.map((r) => r.unread)).toEqual([false, false, true]);
  });
});

describe("a day", () => {
  it("is the reader's", () => {
    const moments = [message(1, "ada", "2026-01-01T22:30:00Z"), message(2, "ada", "2026-01-01T23:30:00Z")];
    const days = (timeZone: string) => rowsOf(moments, { dayOf: dayOf(timeZone) }).map((r) => r.day);
    expect(days("UTC")).toEqual(["2026-01-01", null]);
    expect(days("Europe/Berlin")).toEqual(["2026-01-01", "2026-01-02"]);
    expect(days("Asia/Kathmandu")).toEqual(["2026-01-02", null]);
  });

  it("does not begin at the edge of what is held", () => {
    expect(rowsOf([message(7, "ada", "2026-01-01T10:00:00Z")], { hasOlder: true })[0]?.day).toBeNull();
  });
});

describe("where the unread ones begin", () => {
  const three = [1, 2, 3].map((n) => message(n, "ben", `2026-01-01T10:00:0${n}Z`));
  const unread = (more: Partial<Parameters<typeof toMessageRows>[0]>, messages = three) =>
    rowsOf(messages, more).flatMap((r) => (r.unread && r.kind === "message" ? [r.message.seq] : []));

  it("is one place, not at one's own messages, and not at what came after opening", () => {
    expect(unread({ unreadAtOpen: { after: 1, upTo: 3 } })).toEqual([2]);
    expect(unread({ unreadAtOpen: { after: 1, upTo: 3 }, self: people.ben })).toEqual([]);
    expect(unread({ unreadAtOpen: { after: 2, upTo: 2 } })).toEqual([]);
  });

  it("is not guessed while earlier unread ones may not be held", () => {
    expect(unread({ unreadAtOpen: { after: 0, upTo: 9 }, hasOlder: true }, three.slice(1))).toEqual([]);
    expect(unread({ unreadAtOpen: { after: 1, upTo: 9 }, hasOlder: true }, three.slice(1))).toEqual([2]);
  });
});

describe("messages on their way", () => {
  it("stand at the end, under one's own name", () => {
    const rows = rowsOf([message(1, "ada", "2026-01-01T10:00:00Z")], {
      outgoing: [outgoing("o1", "2026-01-01T10:01:00Z")],
    });
    expect(rows.map((r) => [r.kind, r.key, r.first])).toEqual([
      ["message", "m1", true],
      ["outgoing", "o1", false],
    ]);
  });

  it("are shown once, also when the event is faster than the answer", () => {
    const rows = rowsOf([message(1, "ada", "2026-01-01T10:00:00Z")], {
      outgoing: [outgoing("m1", "2026-01-01T10:00:00Z")],
    });
    expect(rows.map((r) => r.kind)).toEqual(["message"]);
  });
});

it("lets what the system noted stand alone, and the next words begin a run", () => {
  const noted: Message = {
    ...message(2, "ada", "2026-01-01T10:00:10Z"),
    kind: "system",
    system: { type: "left" },
  };
  const rows = rowsOf([
    message(1, "ada", "2026-01-01T10:00:00Z"),
    noted,
    message(3, "ada", "2026-01-01T10:00:20Z"),
    message(4, "ada", "2026-01-01T10:00:30Z"),
  ]);
  expect(rows.map((row) => row.first)).toEqual([true, true, true, false]);
});
