import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { scheduledMessages } from "@/server/db/schema/drafts";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { sendDueMessages } from "./send-due-messages";

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const sendDue = () => sendDueMessages(systemContext());
const makeDue = (id: string) =>
  database()
    .db.update(scheduledMessages)
    .set({ sendAt: sql`now() - interval '1 second'` })
    .where(eq(scheduledMessages.id, id));

let ada: Actor;
let ben: Actor;
let conversationId: string;
const schedule = (body: string, wanted: { id?: string; sendAt?: string } = {}) =>
  callAs(ben).messages.scheduled.add({
    id: newMessageId(),
    conversationId,
    body,
    sendAt: inAnHour(),
    ...wanted,
  });
const waiting = async () => (await callAs(ben).messages.scheduled.list({})).scheduled;
const history = async () => (await callAs(ada).messages.list({ conversationId })).messages;

beforeEach(async () => {
  await database().db.delete(scheduledMessages);
  [ada, ben] = await Promise.all([createUser(), createUser()]);
  conversationId = (await createGroup(ada, [ben])).id;
});

describe("scheduled messages", () => {
  it("wait for their time and are then sent once, however many try at once and again", async () => {
    const due = await schedule(`good morning @${ada.username}`);
    const later = await schedule("later");
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    await makeDue(due.id);
    const runs = await Promise.all([sendDue(), sendDue(), sendDue()]);
    expect(runs.reduce((sum, run) => sum + run.sent, 0)).toBe(1);
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    expect(await history()).toMatchObject([
      { id: due.id, author: { id: ben.id }, body: due.body, mentions: { users: [{ id: ada.id }] } },
    ]);
    expect(await waiting()).toEqual([later]);
  });

  it("are not sent again after a run that broke off between sending and noting it", async () => {
    const due = await schedule("once");
    await makeDue(due.id);
    await sendText(ben, conversationId, "once", { id: due.id });
    expect(await sendDue()).toEqual({ sent: 1, refused: 0 });
    expect(await history()).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it("can be changed and cancelled until then, by their author alone", async () => {
    const one = await schedule("one");
    const sendAt = new Date(Date.now() + 7_200_000).toISOString();
    const edited = await callAs(ben).messages.scheduled.edit({ id: one.id, body: "changed", sendAt });
    expect(await waiting()).toEqual([{ ...one, body: "changed", sendAt }]);
    expect(edited).toEqual({ ...one, body: "changed", sendAt });
    const hers = callAs(ada).messages.scheduled;
    expect(await outcomeOf(hers.edit({ id: one.id, body: "x", sendAt }))).toBe("NOT_FOUND");
    expect(await outcomeOf(hers.cancel({ id: one.id }))).toBe("NOT_FOUND");
    expect((await hers.list({})).scheduled).toEqual([]);
    await callAs(ben).messages.scheduled.cancel({ id: one.id });
    expect(await waiting()).toEqual([]);
    expect(await outcomeOf(callAs(ben).messages.scheduled.cancel({ id: one.id }))).toBe("NOT_FOUND");
  });

  it("fail where their author can see it, when the author may no longer write there", async () => {
    const [left, suspended] = [await schedule("left"), await schedule("suspended")];
    await callAs(ben).conversations.leave({ conversationId });
    await makeDue(left.id);
    expect(await sendDue()).toEqual({ sent: 0, refused: 1 });
    expect(await sendDue()).toEqual({ sent: 0, refused: 0 });
    await database().db.update(users).set({ status: "suspended" }).where(eq(users.id, ben.id));
    await makeDue(suspended.id);
    expect(await sendDue()).toEqual({ sent: 0, refused: 1 });
    expect((await history()).map((m) => m.kind)).toEqual(["system"]);
    expect((await waiting()).map((s) => [s.body, s.failure?.code])).toEqual([
      ["left", "NOT_FOUND"],
      ["suspended", "ACCOUNT_NOT_ACTIVE"],
    ]);
    await callAs(ben).messages.scheduled.edit({ id: left.id, body: "left", sendAt: inAnHour() });
    expect((await waiting()).find((s) => s.id === left.id)?.failure).toBeNull();
  });

  it("answer a repeated request with the first result, and refuse what cannot be", async () => {
    const id = newMessageId();
    const first = await schedule("once", { id });
    expect(await schedule("twice", { id })).toEqual(first);
    const { scheduled } = callAs(ada).messages;
    const foreign = { id, conversationId, body: "hers", sendAt: inAnHour() };
    expect(await outcomeOf(scheduled.add(foreign))).toBe("MESSAGE_ID_TAKEN");
    const sent = await sendText(ben, conversationId, "sent");
    expect(await outcomeOf(schedule("x", { id: sent.id }))).toBe("MESSAGE_ID_TAKEN");
    const past = new Date(Date.now() - 1000).toISOString();
    const far = new Date(Date.now() + 400 * 86_400_000).toISOString();
    expect(await outcomeOf(schedule("x", { sendAt: past }))).toBe("SEND_TIME_INVALID");
    expect(await outcomeOf(schedule("x", { sendAt: far }))).toBe("SEND_TIME_INVALID");
    expect(await outcomeOf(schedule("x".repeat(8_001)))).toBe("MESSAGE_TOO_LONG");
    const eve = callAs(await createUser()).messages.scheduled;
    expect(await outcomeOf(eve.add({ ...foreign, id: newMessageId() }))).toBe("NOT_FOUND");
    await Promise.all(Array.from({ length: 99 }, (_, n) => schedule(String(n))));
    expect(await outcomeOf(schedule("one too many"))).toBe("TOO_MANY_SCHEDULED");
  });

  it("are listed in pages, the next first", async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    for (const hours of [3, 1, 2]) await schedule(String(hours), { sendAt: at(hours) });
    const { scheduled } = callAs(ben).messages;
    const one = await scheduled.list({ limit: 2 });
    const two = await scheduled.list({ limit: 2, cursor: one.nextCursor });
    expect([...one.scheduled, ...two.scheduled].map((s) => s.body)).toEqual(["1", "2", "3"]);
    expect(two.nextCursor).toBeNull();
  });
});
