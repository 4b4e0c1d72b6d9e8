import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { createGroup, createUser, newMessageId } from "@/testing/factories";
import { insertMessage } from "./insert-message";
import { insertMessages } from "./insert-messages";

const send = (
  author: Actor,
  conversationId: string,
  forwardedFrom: Parameters<typeof insertMessage>[1]["forwardedFrom"] = null,
) =>
  insertMessage(author, {
    ...{ id: newMessageId(), conversationId, body: "hello", usernames: [], everyone: null, forwardedFrom },
  });

async function groupOf(count: number) {
  const people = await Promise.all(Array.from({ length: count }, () => createUser()));
  const { id } = await createGroup(people[0] as Actor, people.slice(1));
  return { people, id };
}

describe("messages that come at once", () => {
  it("wake whoever does follow-ups where they left some, and only there", async () => {
    const { people, id } = await groupOf(3);
    const [ada, ben] = people as [Actor, Actor, Actor];
    const stored = (author: Actor, usernames: string[]) => ({
      author,
      message: {
        id: newMessageId(),
        conversationId: id,
        body: "hello",
        usernames,
        everyone: null,
        forwardedFrom: null,
      },
    });
    const quiet = await insertMessages([stored(ada, []), stored(ben, [])]);
    expect(quiet.map(({ leftToDo }) => leftToDo)).toEqual([false, false]);
    const loud = await insertMessages([stored(ada, []), stored(ben, [ada.username])]);
    expect(loud.map(({ leftToDo }) => leftToDo)).toEqual([true, true]);
  });

  it("share a transaction in a busy conversation, and are numbered in the order in which they came", async () => {
    const { people, id } = await groupOf(10);
    const outcomes = await Promise.all(people.map((author) => send(author, id)));
    expect(outcomes.map(({ inserted }) => inserted?.message.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const [stored] = await database()
      .db.select({ transactions: sql<number>`count(distinct xmin::text)::int` })
      .from(messages)
      .where(eq(messages.conversationId, id));
    expect(stored?.transactions).toBeLessThan(10);
  });

  it("do not suffer when the database refuses one of them", async () => {
    const { people, id } = await groupOf(4);
    const [owner, ben, cleo, dan] = people as [Actor, Actor, Actor, Actor];
    const nobody = { id: newMessageId(), username: "nobody", displayName: "Nobody" };
    const impossible = {
      messageId: newMessageId(),
      conversationId: id,
      author: nobody,
      sentAt: "2026-01-01T00:00:00Z",
    };
    const outcomes = await Promise.allSettled([
      send(owner, id),
      send(ben, id),
      send(cleo, id, impossible),
      send(dan, id),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    const stored = await database()
      .db.select({ seq: messages.seq })
      .from(messages)
      .where(eq(messages.conversationId, id))
      .orderBy(messages.seq);
    expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it("go past conversations that something else holds", async () => {
    const held = await Promise.all(Array.from({ length: 3 }, () => groupOf(1)));
    const free = await groupOf(1);
    const settled: string[] = [];
    const under = (name: string, outcome: Promise<unknown>) => outcome.then(() => settled.push(name));
    let waiting: Promise<unknown>[] = [];
    await database().sql.begin(async (holder) => {
      await holder`select 1 from conversations where id = any(${held.map(({ id }) => id)}::uuid[]) for update`;
      waiting = held.map(({ people, id }) => under("held", send(people[0] as Actor, id)));
      await under("free", send(free.people[0] as Actor, free.id));
      settled.push("let go");
    });
    await Promise.all(waiting);
    expect(settled).toEqual(["free", "let go", "held", "held", "held"]);
  });
});
