import { describe, expect, it } from "vitest";
import { plainMessage } from "@/testing/plain-message";
import { messageCause } from "./message-cause";

describe("a message by itself", () => {
  const own = "00000000-0000-7000-8000-00000000000a";
  const me = { id: own, username: "me", displayName: "Me" };
  const message = plainMessage({
    ...{
      id: own,
      conversationId: own,
      seq: 1,
      revision: 1,
      body: "hello",
      createdAt: "2030-01-01T00:00:00.000Z",
    },
    author: { id: "00000000-0000-7000-8000-00000000000b", username: "ada", displayName: "Ada" },
  });
  const cause = (change: Partial<typeof message>, kind: "direct" | "group" = "group") =>
    messageCause({ ...message, ...change }, kind, own);

  it("is just written, or meant for the person where they are two", () => {
    expect(cause({})).toBe("message");
    expect(cause({}, "direct")).toBe("direct");
  });

  it("is nothing where a notification of its own tells of it, or nobody else wrote it", () => {
    const replyTo = { id: own, seq: 1, revision: 1, deleted: false, excerpt: "", author: me };
    expect(cause({ author: me })).toBe(null);
    expect(cause({ kind: "system" })).toBe(null);
    expect(cause({ threadRootId: own })).toBe(null);
    expect(cause({ mentions: { users: [me], everyone: null } })).toBe(null);
    expect(cause({ mentions: { users: [], everyone: "here" } })).toBe(null);
    expect(cause({ replyTo })).toBe(null);
    expect(cause({ replyTo: { ...replyTo, author: message.author } })).toBe("message");
  });
});
