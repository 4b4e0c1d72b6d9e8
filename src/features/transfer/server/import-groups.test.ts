import { expect, test } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import { listConversations } from "@/features/conversations/server/list-conversations";
import { userChannel } from "@/features/users/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { actorContext, createUser, sendText } from "@/testing/factories";
import { importLines, sampleLines } from "@/testing/import-files";
import { listImported } from "@/testing/imported-rows";
import { listenAs } from "@/testing/listen";

const find = async (person: Actor, name: string) => {
  const { conversations } = await listConversations(actorContext(person), { limit: 100 });
  return conversations.find((conversation) => conversation.name === name);
};

test("every administrator owns the public group and has nothing unread", async () => {
  const admin = await createUser({ role: "admin" });
  await importLines(sampleLines("owned", 2_100));
  expect(await find(admin, "owned")).toMatchObject({
    kind: "group",
    visibility: "public",
    role: "owner",
    lastSeq: 2_100,
    lastReadSeq: 2_100,
    revision: 2_100,
    lastActivityAt: "2019-03-01T08:34:59.000Z",
  });
  const members = await database().sql`
    select m.role, m.last_read_seq::int as read, count(*)::int from conversation_members m
    join conversations c on c.id = m.conversation_id where c.import_key = 'jsonl:owned' group by 1, 2 order by 1`;
  expect(members).toEqual([
    { role: "member", read: 2_100, count: 7 },
    { role: "owner", read: 2_100, count: 1 },
  ]);
});

test("an administrator who came later becomes an owner when the file is imported again", async () => {
  await importLines(sampleLines("late", 3));
  const admin = await createUser({ role: "admin" });
  expect(await find(admin, "late")).toBeUndefined();
  await importLines(sampleLines("late", 3));
  expect(await find(admin, "late")).toMatchObject({ role: "owner", lastSeq: 3, lastReadSeq: 3 });
});

test("goes after what people have written, and leaves what they have not read unread", async () => {
  const [writer, reader] = [await createUser({ role: "admin" }), await createUser({ role: "admin" })];
  await importLines(sampleLines("living", 2));
  const group = await find(writer, "living");
  await sendText(writer, group?.id as string, "written here");
  await importLines(sampleLines("living", 4));

  const rows = await listImported("living");
  expect(rows.map(({ seq, body }) => [seq, body])).toEqual([
    [1, "message 0"],
    [2, "message 1"],
    [3, "written here"],
    [4, "message 2"],
    [5, "message 3"],
  ]);
  expect(rows[3]).toMatchObject({ at: "2019-03-01T08:00:02.000Z", replyTo: "message 1" });
  expect(await find(writer, "living")).toMatchObject({ lastSeq: 5, lastReadSeq: 5 });
  expect(await find(reader, "living")).toMatchObject({ lastSeq: 5, lastReadSeq: 2 });
});

test("a group in the trash gets nothing", async () => {
  await importLines(sampleLines("thrown-away", 1));
  await database().sql`update conversations set deleted_at = now() where import_key = 'jsonl:thrown-away'`;
  await expect(importLines(sampleLines("thrown-away", 2))).rejects.toThrow("“thrown-away” is in the trash");
  expect(await listImported("thrown-away")).toHaveLength(1);
});

test("is recorded, and connected members are told", async () => {
  const admin = await createUser({ role: "admin" });
  const client = await listenAs(admin);
  await client.subscribe(userChannel(admin.id));
  await importLines(sampleLines("recorded", 3));
  const group = await find(admin, "recorded");
  expect(await client.event("conversation.added")).toEqual({ conversationId: group?.id });
  await client.subscribe(conversationChannel(group?.id as string));
  await importLines(sampleLines("recorded", 4));
  expect(await client.event("members.changed")).toEqual({ conversationId: group?.id });
  client.close();

  const entries = await database().sql`
    select action, target_type, target_id, after from audit_entries
    where action = 'transfer.imported' order by id desc limit 2`;
  expect(entries).toEqual(
    [
      { messages: 1, people: 0, conversations: 0 },
      { messages: 3, people: 0, conversations: 1 },
    ].map((counts) => ({
      action: "transfer.imported",
      target_type: "transfer",
      target_id: "jsonl",
      after: { source: "jsonl", file: expect.stringMatching(/^sample-/), ...counts },
    })),
  );
});
