import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import { database } from "@/server/db/client";
import { followUps } from "@/server/db/schema/follow-ups";
import { notifications } from "@/server/db/schema/notifications";
import { followUpRunner } from "@/server/follow-ups/follow-ups";
import { systemContext } from "@/server/trpc/request-context";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { followUpsDone } from "@/testing/follow-ups";
import { listenAs } from "@/testing/listen";
import type { NotificationEvents } from "../events";
import { doFollowUps } from "./do-follow-ups";
import { purgeNotifications } from "./purge-notifications";

async function pair() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben]);
  await followUpsDone();
  return { ada, ben, conversationId };
}
const mentionsOf = (userId: string) =>
  database().db.select().from(notifications).where(sql`user_id = ${userId} and kind = 'mention'`);

describe("follow-ups", () => {
  it("happen exactly once, however many are at it and however often a message is sent", async () => {
    const { ada, ben, conversationId } = await pair();
    const client = await listenAs(ben);
    expect(await client.subscribe(userChannel(ben.id))).toBe(true);
    const ids = Array.from({ length: 60 }, newMessageId);
    const work = Array.from({ length: 8 }, () => doFollowUps(systemContext(), 5));
    await Promise.all([
      ...ids.flatMap((id) => [0, 1].map(() => sendText(ada, conversationId, `@${ben.username}`, { id }))),
      ...work,
    ]);
    await Promise.all(Array.from({ length: 8 }, followUpsDone));
    const made = await mentionsOf(ben.id);
    expect(made.map((each) => each.messageId).sort()).toEqual(ids.sort());
    for (const { id } of made) {
      await client.event<NotificationEvents["notification.created"]>(
        "notification.created",
        (data) => data.notification.id === id,
      );
    }
    const told = client.received.filter((each) => each.name === "notification.created");
    expect(told).toHaveLength(ids.length);
    client.close();
  });

  it("carry the very notification that a later read gives, and tell every device of its being read", async () => {
    const { ada, ben, conversationId } = await pair();
    const client = await listenAs(ben);
    expect(await client.subscribe(userChannel(ben.id))).toBe(true);
    const { id: threadRootId } = await sendText(ben, conversationId, "a topic");
    await sendText(ada, conversationId, `Ünïcode 日本 "@${ben.username}"`, { threadRootId });
    await callAs(ada).messages.reactions.add({ conversationId, messageId: threadRootId, emoji: "👍" });
    await followUpsDone();
    const { notifications: listed } = await callAs(ben).notifications.list({ limit: 2 });
    expect(listed.map((each) => each.kind)).toEqual(["reaction", "mention"]);
    for (const notification of listed) {
      const event = await client.event<NotificationEvents["notification.created"]>(
        "notification.created",
        (data) => data.notification.id === notification.id,
      );
      expect(event).toEqual({ notification });
    }
    const ids = [listed[0]?.id as string];
    await callAs(ben).notifications.markRead({ ids });
    expect(await client.event("notifications.read")).toEqual({ ids });
    client.close();
  });

  it("are done right after the change by the process that made it, and what was left by the sweep", async () => {
    const { ada, ben, conversationId } = await pair();
    await sendText(ada, conversationId, `@${ben.username} left behind`);
    const client = await listenAs(ben);
    expect(await client.subscribe(userChannel(ben.id))).toBe(true);
    followUpRunner().start(() => doFollowUps(systemContext()));
    const told = (excerpt: string) =>
      client.event<NotificationEvents["notification.created"]>("notification.created", (data) =>
        Boolean("message" in data.notification && data.notification.message?.excerpt.endsWith(excerpt)),
      );
    await told("left behind");
    await sendText(ada, conversationId, `@${ben.username} at once`);
    await told("at once");
    await followUpRunner().stop();
    client.close();
  });

  it("that cannot be done hold up no others, and are given up in the end", async () => {
    const { ada, ben, conversationId } = await pair();
    await database()
      .db.insert(followUps)
      .values({ kind: "message.sent", data: { messageId: "no id" } });
    await sendText(ada, conversationId, `@${ben.username}`);
    await followUpsDone();
    expect(await mentionsOf(ben.id)).toHaveLength(1);
    const left = await database().db.select().from(followUps);
    expect(left).toMatchObject([{ data: { messageId: "no id" }, attempts: 5 }]);
    await database().db.delete(followUps);
  });

  it("are left by the send only where somebody may have to be told", async () => {
    const { ada, conversationId } = await pair();
    await sendText(ada, conversationId, `hello, and @${ada.username} and @nobody`);
    expect(await database().db.select().from(followUps)).toEqual([]);
  });
});

describe("old notifications", () => {
  it("are taken away", async () => {
    const { ada, ben, conversationId } = await pair();
    await sendText(ada, conversationId, `@${ben.username}`);
    await sendText(ada, conversationId, `@${ben.username}`);
    await followUpsDone();
    const [old] = await mentionsOf(ben.id);
    await database()
      .db.update(notifications)
      .set({ occurredAt: new Date(Date.now() - 91 * 24 * 3_600_000) })
      .where(eq(notifications.id, old?.id as string));
    expect(await purgeNotifications()).toEqual({ purged: 1 });
    expect(await mentionsOf(ben.id)).toHaveLength(1);
  });
});
