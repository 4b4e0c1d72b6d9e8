import { describe, expect, it } from "vitest";
import { userChannel } from "@/features/users/channels";
import { callAs, outcomeOf } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import {
  type ConversationList,
  isSilent,
  unreadCount,
  withMarkers,
  withMembership,
} from "../conversation-list";
import type { Membership } from "../dto";
import type { UserChannelEvents } from "../events";

async function pairWithMessages() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben]);
  for (let n = 1; n <= 4; n++) await sendText(ada, conversationId, String(n));
  const get = () => callAs(ben).conversations.get({ conversationId });
  return { ada, ben, conversationId, get };
}

describe("updateMembership", () => {
  it("is the person's own: others see nothing of it, all their devices do", async () => {
    const { ada, ben, conversationId, get } = await pairWithMessages();
    const client = await listenAs(ben);
    await client.subscribe(userChannel(ben.id));
    const before: ConversationList = { conversations: [await get()], nextCursor: null };
    const mutedUntil = new Date(Date.now() + 3_600_000).toISOString();
    const update = callAs(ben).conversations.updateMembership;
    await update({ conversationId, favourite: true });
    await update({ conversationId, mutedUntil, notificationLevel: "mentions" });
    expect(await get()).toMatchObject({ favourite: true, mutedUntil, notificationLevel: "mentions" });
    const last = (data: { membership: Membership }) => data.membership.mutedUntil !== null;
    await client.event<UserChannelEvents["membership.changed"]>("membership.changed", last);
    const events = client.received.map((each) => each.data as UserChannelEvents["membership.changed"]);
    const { conversations } = [...events.toReversed(), ...events].reduce(
      (list, event) => withMembership(list, conversationId, event.membership),
      before,
    );
    expect(conversations).toEqual([await get()]);
    expect(await callAs(ada).conversations.get({ conversationId })).toMatchObject({
      favourite: false,
      mutedUntil: null,
      notificationLevel: "default",
    });
    await update({ conversationId, mutedUntil: null });
    expect(await get()).toMatchObject({ favourite: true, mutedUntil: null });
    const foreign = callAs(await createUser()).conversations.updateMembership({ conversationId });
    expect(await outcomeOf(foreign)).toBe("NOT_FOUND");
    client.close();
  });

  it("silences a conversation while it is muted, and one of which nothing is wanted", () => {
    const at = Date.parse("2030-01-01T12:00:00Z");
    const state = (mutedUntil: string | null, notificationLevel: "all" | "mentions" | "none" = "all") =>
      isSilent({ mutedUntil, notificationLevel }, at);
    expect(state(null)).toBe(false);
    expect(state("2030-01-01T11:59:59.000Z")).toBe(false);
    expect(state("2030-01-01T12:00:01.000Z")).toBe(true);
    expect(state(null, "mentions")).toBe(false);
    expect(state(null, "none")).toBe(true);
  });
});

describe("markUnread", () => {
  it("shows messages as unread again until they are read, and leaves the read marker", async () => {
    const { ben, conversationId, get } = await pairWithMessages();
    const { markRead, markUnread } = callAs(ben).conversations;
    await markRead({ conversationId, seq: 4 });
    expect(unreadCount(await get())).toBe(0);
    await markUnread({ conversationId, seq: 3 });
    expect(await get()).toMatchObject({ lastReadSeq: 4, unreadFromSeq: 3 });
    expect(unreadCount(await get())).toBe(2);
    await markRead({ conversationId, seq: 4 });
    expect(unreadCount(await get())).toBe(0);
    expect(await outcomeOf(markUnread({ conversationId, seq: 5 }))).toBe("NOT_FOUND");
  });

  it("ends when the person writes", async () => {
    const { ben, conversationId, get } = await pairWithMessages();
    await callAs(ben).conversations.markUnread({ conversationId, seq: 1 });
    await sendText(ben, conversationId, "mine");
    expect(await get()).toMatchObject({ lastReadSeq: 5, unreadFromSeq: null });
  });
});

describe("markAllRead", () => {
  it("reads every conversation, tells the person's devices, and touches nothing else", async () => {
    const { ada, ben, get } = await pairWithMessages();
    const { id: other } = await createGroup(ada, [ben]);
    const { id: marked } = await createGroup(ada, [ben]);
    await sendText(ada, other, "unread");
    await sendText(ada, marked, "read, then marked");
    await callAs(ben).conversations.markRead({ conversationId: marked, seq: 1 });
    await callAs(ben).conversations.markUnread({ conversationId: marked, seq: 1 });
    await createGroup(ada, [ben]);
    const before = (await callAs(ben).conversations.list({})) as ConversationList;
    const client = await listenAs(ben);
    await client.subscribe(userChannel(ben.id));
    expect(await callAs(ben).conversations.markAllRead()).toEqual({ conversations: 3 });
    const { markers } = await client.event<UserChannelEvents["conversations.read"]>("conversations.read");
    const fresh = await callAs(ben).conversations.list({});
    expect(withMarkers(withMarkers(before, markers), markers)).toEqual(fresh);
    expect(fresh.conversations.map(unreadCount)).toEqual([0, 0, 0, 0]);
    expect(await callAs(ben).conversations.markAllRead()).toEqual({ conversations: 0 });
    expect(unreadCount(await get())).toBe(0);
    client.close();
  });
});
