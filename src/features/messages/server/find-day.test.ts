import { expect, it } from "vitest";
import { database } from "@/server/db/client";
import { messages } from "@/server/db/schema/messages";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";

it("leads to the first message since a moment, else to the newest", async () => {
  const ada = await createUser();
  const { id: conversationId } = await createGroup(ada);
  const empty = (await callAs(ada).conversations.openDirect({ userId: ada.id })).id;
  const days = ["2024-01-10", "2024-01-10", "2024-02-01", "2024-03-05"];
  await database()
    .db.insert(messages)
    .values(
      days.map((day, i) => ({
        id: newMessageId(),
        conversationId,
        seq: i + 1,
        revision: i + 1,
        authorId: ada.id,
        body: day,
        createdAt: new Date(`${day}T1${i}:00:00Z`),
      })),
    );
  const find = async (day: string, id = conversationId) =>
    (await callAs(ada).messages.findDay({ conversationId: id, since: `${day}T00:00:00.000Z` })).seq;
  expect(await find("2000-01-01")).toBe(1);
  expect(await find("2024-01-11")).toBe(3);
  expect(await find("2024-03-05")).toBe(4);
  expect(await find("2999-01-01")).toBe(4);
  expect(await find("2024-01-01", empty)).toBeNull();
});

it("passes over replies in threads", async () => {
  const ada = await createUser();
  const { id: conversationId } = await createGroup(ada);
  const root = await sendText(ada, conversationId, "question");
  const since = new Date(Date.now() + 1).toISOString();
  await sendText(ada, conversationId, "answer", { threadRootId: root.id });
  expect(await callAs(ada).messages.findDay({ conversationId, since })).toEqual({ seq: root.seq });
});
