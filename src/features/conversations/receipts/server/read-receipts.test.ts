import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { receiptsChannel } from "../../channels";
import type { ReadMarkers } from "../dto";
import type { ReceiptEvents } from "../events";
import { readersOf, withMoved } from "../read-markers";
import { receiptAnnouncer } from "./announce-receipts";
import { readersQuery, readMarkersQuery } from "./queries";

async function groupOfThree() {
  const [ada, ben, cleo] = await Promise.all([
    createUser({ displayName: "Ada" }),
    createUser({ displayName: "Ben" }),
    createUser({ displayName: "Cleo" }),
  ]);
  const { id: conversationId } = await createGroup(ada, [ben, cleo]);
  const read = (by: Actor, seq: number) => callAs(by).conversations.markRead({ conversationId, seq });
  const markers = (by: Actor) => callAs(by).conversations.receipts.markers({ conversationId });
  const readers = async (by: Actor, messageId: string) => {
    const page = await callAs(by).conversations.receipts.readers({ conversationId, messageId });
    return page.readers.map((each) => each.displayName);
  };
  return { ada, ben, cleo, conversationId, read, markers, readers };
}

const share = (by: Actor, readReceipts: boolean) => callAs(by).users.updatePreferences({ readReceipts });

describe("read receipts", () => {
  it("tell who has read a message: not its author, not who came later", async () => {
    const { ada, ben, cleo, conversationId, read, markers, readers } = await groupOfThree();
    const first = await sendText(ada, conversationId, "first");
    const second = await sendText(ada, conversationId, "second");
    const dan = await createUser({ displayName: "Dan" });
    await callAs(ada).conversations.addMembers({ conversationId, userIds: [dan.id] });
    expect(await readers(ada, first.id)).toEqual([]);
    await read(ben, 1);
    await read(cleo, 2);
    await read(dan, 3);
    expect(await readers(ada, first.id)).toEqual(["Ben", "Cleo"]);
    expect(await readers(ada, second.id)).toEqual(["Cleo"]);
    const held = await markers(ada);
    for (const message of [first, second]) {
      const names = readersOf(held.markers, message).map((each) => each.user.displayName);
      expect(names.sort()).toEqual(await readers(ada, message.id));
    }
    expect(held).toMatchObject({ sharing: true, complete: true });
    expect(held.markers.map((each) => each.user.id)).not.toContain(ada.id);
  });

  it("are for members, about messages of their conversation, page by page", async () => {
    const { ada, ben, cleo, conversationId, read } = await groupOfThree();
    const { id: messageId } = await sendText(ada, conversationId, "here");
    await read(ben, 1);
    await read(cleo, 1);
    const page = (cursor: { displayName: string; id: string } | null) =>
      callAs(ada).conversations.receipts.readers({ conversationId, messageId, limit: 1, cursor });
    const one = await page(null);
    const two = await page(one.nextCursor);
    expect([...one.readers, ...two.readers].map((each) => each.displayName)).toEqual(["Ben", "Cleo"]);
    expect([one.total, two.nextCursor]).toEqual([2, null]);
    const eve = callAs(await createUser()).conversations.receipts;
    expect(await outcomeOf(eve.markers({ conversationId }))).toBe("NOT_FOUND");
    expect(await outcomeOf(eve.readers({ conversationId, messageId }))).toBe("NOT_FOUND");
    const other = await createGroup(ada);
    const astray = callAs(ada).conversations.receipts.readers({ conversationId: other.id, messageId });
    expect(await outcomeOf(astray)).toBe("NOT_FOUND");
    const unknown = { conversationId, messageId: newMessageId() };
    expect(await outcomeOf(callAs(ada).conversations.receipts.readers(unknown))).toBe("NOT_FOUND");
  });

  it("arrive live, many at once, and end in what a fresh read tells", async () => {
    const { ada, ben, cleo, conversationId, read, markers } = await groupOfThree();
    for (let n = 0; n < 5; n++) await sendText(ada, conversationId, String(n));
    const client = await listenAs(ada);
    expect(await client.subscribe(receiptsChannel(conversationId))).toBe(true);
    const before = await markers(ada);
    await Promise.all([read(ben, 2), read(ben, 4), read(cleo, 5)]);
    await receiptAnnouncer().flush();
    const { markers: moved } = await client.event<ReceiptEvents["receipts.moved"]>("receipts.moved");
    expect(client.received).toHaveLength(1);
    const applied = [moved, moved].reduce<ReadMarkers>(withMoved, before);
    expect(applied).toEqual(await markers(ada));
    expect(withMoved(applied, [{ userId: ben.id, seq: 1 }])).toEqual(applied);
    client.close();
  });
});

describe("the privacy switch", () => {
  it("hides what the person reads, and hides from them what others read", async () => {
    const { ada, ben, cleo, conversationId, read, markers, readers } = await groupOfThree();
    const message = await sendText(ada, conversationId, "seen?");
    await read(ben, 1);
    await read(cleo, 1);
    await share(ben, false);
    expect(await callAs(ben).users.preferences()).toMatchObject({ readReceipts: false });
    expect(await readers(ada, message.id)).toEqual(["Cleo"]);
    expect((await markers(ada)).markers.map((each) => each.user.id)).toEqual([cleo.id]);
    expect(await markers(ben)).toEqual({ sharing: false, markers: [], complete: true });
    expect(await outcomeOf(readers(ben, message.id))).toBe("FORBIDDEN");
    await share(ben, true);
    expect(await readers(ada, message.id)).toEqual(["Ben", "Cleo"]);
  });

  it("holds on sockets too: neither told of, nor listening, from that moment on", async () => {
    const { ada, ben, cleo, conversationId, read } = await groupOfThree();
    await sendText(ada, conversationId, "seen?");
    const [watching, hiding] = await Promise.all([listenAs(ada), listenAs(ben)]);
    const channel = receiptsChannel(conversationId);
    for (const each of [watching, hiding]) expect(await each.subscribe(channel)).toBe(true);
    await share(ben, false);
    await hiding.closed();
    const back = await listenAs(ben);
    expect(await back.subscribe(channel)).toBe(false);
    await read(ben, 1);
    await read(cleo, 1);
    await receiptAnnouncer().flush();
    const told = await watching.event<ReceiptEvents["receipts.moved"]>("receipts.moved");
    expect(told.markers).toEqual([{ userId: cleo.id, seq: 1 }]);
    expect(hiding.received).toEqual([]);
    for (const each of [watching, hiding, back]) each.close();
  });
});

describe("the queries", () => {
  it("read one conversation's members alone, of many", async () => {
    const { ada, conversationId } = await groupOfThree();
    const { db } = database();
    await db.execute(sql`
      insert into users (username, display_name, status)
      select 'reader-' || n, 'Reader ' || n, 'active' from generate_series(1, 3000) n`);
    await db.execute(sql`
      with made as (
        insert into conversations (kind, visibility, name)
        select 'group', 'private', 'Crowd ' || n from generate_series(1, 20) n returning id
      )
      insert into conversation_members (conversation_id, user_id)
      select made.id, users.id from made, users where username like 'reader-%'`);
    await db.execute(sql`analyze conversation_members, users`);
    const message = { conversationId, seq: 1, authorId: ada.id };
    const queries = [readMarkersQuery(conversationId, ada.id, 201), readersQuery(message, undefined, 51)];
    for (const query of queries) {
      const plan = await db.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
      const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
      expect(text).toMatch(/Index.* on conversation_members/);
      expect(text).not.toMatch(/Seq Scan on (conversation_members|users)/);
    }
  });
});
