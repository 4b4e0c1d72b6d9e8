import { eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { sendDueMessages } from "@/features/messages/scheduled/server/send-due-messages";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { messageFilters } from "@/server/db/schema/message-filters";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import type { FilterAction } from "../dto";
import { forgetFilters } from "./get-filters";

let admin: Actor;
let moderator: Actor;
beforeAll(async () => {
  admin = await createUser({ role: "admin" });
  moderator = await createUser({ role: "moderator" });
});
afterEach(async () => {
  await database().db.delete(messageFilters);
  forgetFilters();
});
const rule = (action: FilterAction, text = "casino") =>
  callAs(admin).admin.filters.save({ kind: "word", text, action });
const held = () => callAs(moderator).admin.moderation.held;

async function scene() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben]);
  const send = (body: string, wanted: { id?: string; threadRootId?: string } = {}) =>
    callAs(ada).messages.send({ id: newMessageId(), conversationId, body, ...wanted });
  const bodies = async () =>
    (await callAs(ben).messages.list({ conversationId })).messages.map((each) => each.body);
  return { ada, ben, conversationId, send, bodies };
}
const inAMinute = () => new Date(Date.now() + 60_000).toISOString();
const makeDue = (id: string) =>
  database()
    .db.update(scheduledMessages)
    .set({ sendAt: new Date(0) })
    .where(eq(scheduledMessages.id, id));

describe("a rule that refuses", () => {
  it("holds on every way to say something", async () => {
    const { ada, conversationId, send, bodies } = await scene();
    const message = await send("hello");
    const other = await createGroup(ada);
    const source = await sendText(ada, other.id, "my casino");
    const later = await callAs(ada).messages.scheduled.add({
      id: newMessageId(),
      conversationId,
      body: "a casino at last",
      sendAt: inAMinute(),
    });
    await rule("refuse");
    await makeDue(later.id);
    const place = { conversationId, messageId: message.id };
    const calls = callAs(ada).messages;
    const schedule = { id: newMessageId(), conversationId, body: "Casino", sendAt: inAMinute() };
    const forward = { conversationId: other.id, messageId: source.id, toConversationId: conversationId };
    expect([
      await outcomeOf(send("come to the CASINO")),
      await outcomeOf(send("come to the casino", { threadRootId: message.id })),
      await outcomeOf(calls.edit({ ...place, body: "casino" })),
      await outcomeOf(calls.scheduled.add(schedule)),
      await outcomeOf(calls.scheduled.edit({ id: later.id, body: "casino!", sendAt: inAMinute() })),
      await outcomeOf(calls.forward({ ...forward, id: newMessageId() })),
    ]).toEqual(Array(6).fill("MESSAGE_REFUSED"));
    await sendDueMessages(systemContext());
    expect(await bodies()).toEqual(["hello"]);
    const [waiting] = (await calls.scheduled.list({})).scheduled;
    expect(waiting?.failure).toMatchObject({ code: "MESSAGE_REFUSED", details: { found: "casino" } });
  });

  it("no longer holds when it is switched off, or taken away", async () => {
    const { send } = await scene();
    const { createdAt: _, ...saved } = await rule("refuse");
    expect(await outcomeOf(send("casino"))).toBe("MESSAGE_REFUSED");
    await callAs(admin).admin.filters.save({ ...saved, kind: "word", enabled: false });
    expect(await outcomeOf(send("casino"))).toBe("ok");
    await callAs(admin).admin.filters.save({ ...saved, kind: "word", enabled: true });
    expect(await outcomeOf(send("casino"))).toBe("MESSAGE_REFUSED");
    await callAs(admin).admin.filters.delete({ id: saved.id });
    expect(await outcomeOf(send("casino"))).toBe("ok");
  });
});

describe("a rule that holds", () => {
  it("keeps the message until a moderator lets it through, once, as its author's", async () => {
    const { ada, send, bodies } = await scene();
    await rule("hold");
    const id = newMessageId();
    expect(await outcomeOf(send("my casino", { id }))).toBe("MESSAGE_HELD");
    expect(await outcomeOf(send("my casino", { id }))).toBe("MESSAGE_HELD");
    expect(await bodies()).toEqual([]);
    const waiting = (await held().list({ limit: 100 })).held.filter((each) => each.author.id === ada.id);
    expect(waiting).toMatchObject([{ id, body: "my casino", found: "casino" }]);
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(held().deliver({ id }))));
    expect(outcomes.sort()).toEqual(["ALREADY_DONE", "ok"]);
    expect(await bodies()).toEqual(["my casino"]);
    // A client that asks again learns that it was sent.
    expect(await send("my casino", { id })).toMatchObject({ id, author: { id: ada.id } });
    expect(await bodies()).toEqual(["my casino"]);
  });

  it("tells the author why a message is not let through", async () => {
    const { ada, send, bodies } = await scene();
    await rule("hold");
    const id = newMessageId();
    expect(await outcomeOf(send("casino", { id }))).toBe("MESSAGE_HELD");
    await held().reject({ id, reason: "No gambling." });
    expect((await callAs(ada).moderation.notices()).rejected).toEqual([
      { id, body: "casino", reason: "No gambling." },
    ]);
    await callAs(ada).moderation.putRejectedAway({ id });
    expect((await callAs(ada).moderation.notices()).rejected).toEqual([]);
    expect(await outcomeOf(send("casino", { id }))).toBe("MESSAGE_REFUSED");
    expect(await bodies()).toEqual([]);
  });

  it("keeps replies, forwards and scheduled messages, and lets no edit through", async () => {
    const { ada, ben, conversationId, send, bodies } = await scene();
    const root = await send("hello");
    const other = await createGroup(ada);
    const source = await sendText(ada, other.id, "casino news");
    const id = newMessageId();
    const schedule = { id, conversationId, body: "casino later", sendAt: inAMinute() };
    await callAs(ada).messages.scheduled.add(schedule);
    await rule("hold");
    await makeDue(id);
    const replyId = newMessageId();
    const copyId = newMessageId();
    const forward = { conversationId: other.id, messageId: source.id, toConversationId: conversationId };
    expect([
      await outcomeOf(send("casino reply", { id: replyId, threadRootId: root.id })),
      await outcomeOf(callAs(ada).messages.forward({ ...forward, id: copyId })),
      await outcomeOf(
        callAs(ada).messages.edit({ conversationId, messageId: root.id, body: "hello casino" }),
      ),
    ]).toEqual(["MESSAGE_HELD", "MESSAGE_HELD", "EDIT_NEEDS_REVIEW"]);
    await sendDueMessages(systemContext());
    expect((await callAs(ada).messages.scheduled.list({})).scheduled[0]?.failure?.code).toBe("MESSAGE_HELD");
    for (const each of [replyId, copyId, id]) await held().deliver({ id: each });
    expect(await bodies()).toEqual(["hello", "casino news", "casino later"]);
    const { messages } = await callAs(ben).messages.threads.replies({ conversationId, rootId: root.id });
    expect(messages.map((each) => each.body)).toEqual(["casino reply"]);
    expect((await callAs(ada).messages.scheduled.list({})).scheduled).toEqual([]);
  });

  it("is no way to write where one may not", async () => {
    const { conversationId } = await scene();
    await rule("hold");
    const outsider = await createUser();
    const send = () => callAs(outsider).messages.send({ id: newMessageId(), conversationId, body: "casino" });
    expect(await outcomeOf(send())).toBe("NOT_FOUND");
  });
});

it("flags a message that is sent, once while the report is open", async () => {
  const { ada, conversationId, send, bodies } = await scene();
  await rule("flag");
  const id = newMessageId();
  await send("a casino", { id });
  await send("a casino", { id });
  await callAs(ada).messages.edit({ conversationId, messageId: id, body: "the casino" });
  expect(await bodies()).toEqual(["the casino"]);
  const { reports } = await callAs(moderator).admin.moderation.list({ category: "filter", limit: 100 });
  expect(reports.filter((each) => each.reported.id === ada.id)).toMatchObject([
    { reporter: null, text: "casino", excerpt: "a casino", alike: 1 },
  ]);
});

it("says what the rules would do, and refuses rules that find everything or nothing", async () => {
  await rule("hold");
  const filters = callAs(admin).admin.filters;
  expect(await filters.try({ text: "a casino" })).toEqual({ action: "hold", found: "casino" });
  expect(await filters.try({ text: "a dinner" })).toBeNull();
  expect(await outcomeOf(rule("flag"))).toBe("NAME_TAKEN");
  for (const [kind, text] of [
    ["word", "two words"],
    ["phrase", "one"],
    ["pattern", "*"],
    ["domain", "nonsense"],
  ] as const) {
    await expect(filters.save({ kind, text, action: "flag" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
});
