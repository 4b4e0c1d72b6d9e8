import { inArray, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import type { Message } from "../../dto";
import { pinLimit } from "./pin-message";

describe("pins", () => {
  it("are set and taken off by those who keep order in a group, and listed for all in pages", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    const sent: Message[] = [];
    for (const body of ["a", "b", "c"]) sent.push(await sendText(ben, conversationId, body));
    const place = (i: number) => ({ conversationId, messageId: sent[i]?.id as string });
    expect(await outcomeOf(callAs(ben).messages.pins.add(place(0)))).toBe("FORBIDDEN");
    for (const i of [1, 0, 2]) await callAs(ada).messages.pins.add(place(i));
    const again = await callAs(ada).messages.pins.add(place(1));
    expect(again).toMatchObject({ pinnedAt: expect.any(String), revision: 4 });

    const one = await callAs(ben).messages.pins.list({ conversationId, limit: 2 });
    const two = await callAs(ben).messages.pins.list({ conversationId, limit: 2, cursor: one.nextCursor });
    expect([...one.messages, ...two.messages].map((m) => m.body)).toEqual(["c", "a", "b"]);
    expect(two.messages[0]).toEqual(again);

    expect(await outcomeOf(callAs(ben).messages.pins.remove(place(0)))).toBe("FORBIDDEN");
    expect((await callAs(ada).messages.pins.remove(place(0))).pinnedAt).toBeNull();
    const left = await callAs(ben).messages.pins.list({ conversationId });
    expect(left.messages.map((m) => m.body)).toEqual(["c", "b"]);
    const eve = callAs(await createUser()).messages.pins;
    expect(await outcomeOf(eve.list({ conversationId }))).toBe("NOT_FOUND");
  });

  it("are for both people of a direct conversation", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await callAs(ada).conversations.openDirect({ userId: ben.id });
    const { id: messageId } = await sendText(ada, conversationId, "hi");
    expect((await callAs(ben).messages.pins.add({ conversationId, messageId })).pinnedAt).not.toBeNull();
  });

  it("are bounded", async () => {
    const ada = await createUser();
    const { id: conversationId } = await createGroup(ada);
    const sent = await Promise.all(
      Array.from({ length: pinLimit + 1 }, (_, i) => sendText(ada, conversationId, String(i))),
    );
    const [last, ...pinned] = sent.map((m) => m.id);
    await database().db.update(messages).set({ pinnedAt: sql`now()` }).where(inArray(messages.id, pinned));
    const pin = () => outcomeOf(callAs(ada).messages.pins.add({ conversationId, messageId: last as string }));
    expect(await pin()).toBe("TOO_MANY_PINS");
    await callAs(ada).messages.pins.remove({ conversationId, messageId: pinned[0] as string });
    expect(await pin()).toBe("ok");
  });
});
