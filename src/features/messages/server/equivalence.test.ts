import { describe, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import {
  type ConversationList,
  withMessage as withListedMessage,
} from "@/features/conversations/conversation-list";
import type { Actor } from "@/server/context";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import { until } from "@/testing/realtime-client";
import type { Message } from "../dto";
import { toListedMessage } from "../listed-message";
import { hasGap, type Timeline, withChanges, withMessage } from "../timeline";

async function scene() {
  const [ada, ben] = await Promise.all([createUser(), createUser()]);
  const { id: conversationId } = await createGroup(ada, [ben]);
  const question = await sendText(ben, conversationId, "one? 👩‍👩‍👧 ".repeat(30));
  await sendText(ada, conversationId, "yes", { replyToId: question.id });
  await sendText(ben, conversationId, "last");
  return { ada, ben, conversationId, question };
}

/** Everything that can happen to messages, each more than once. */
async function liveALot(ada: Actor, ben: Actor, conversationId: string, question: Message) {
  const [her, his] = [callAs(ada).messages, callAs(ben).messages];
  const place = { conversationId, messageId: question.id };
  await his.edit({ ...place, body: `edited @${ada.username} ${"é".repeat(300)}` });
  await her.reactions.add({ ...place, emoji: "👍" });
  await her.pins.add(place);
  const late = await sendText(ada, conversationId, "late answer", { replyToId: question.id });
  await his.reactions.add({ ...place, emoji: "👍" });
  await her.reactions.remove({ ...place, emoji: "👍" });
  await his.forward({ ...place, id: newMessageId(), toConversationId: conversationId });
  await his.delete(place);
  await his.undelete(place);
  await her.pins.remove(place);
  const inThread = await sendText(ben, conversationId, "in a thread", { threadRootId: question.id });
  await her.reactions.add({ conversationId, messageId: inThread.id, emoji: "👀" });
  await sendText(ada, conversationId, "me too", { threadRootId: question.id, replyToId: inThread.id });
  await his.delete({ conversationId, messageId: inThread.id });
  const newest = await sendText(ben, conversationId, "newest");
  await his.edit({ conversationId, messageId: newest.id, body: "newest, edited" });
  await her.delete({ conversationId, messageId: late.id });
  await her.delete(place);
  await her.delete({ conversationId, messageId: newest.id, reason: "off topic" });
}

describe("applying events equals reading anew", () => {
  it.each(["in order", "doubled", "backwards"])("when they come %s", async (how) => {
    const { ada, ben, conversationId, question } = await scene();
    const thread = { conversationId, rootId: question.id };
    const client = await listenAs(ada);
    await client.subscribe(conversationChannel(conversationId));
    const page = await callAs(ada).messages.list({ conversationId });
    const line = await callAs(ada).messages.threads.replies(thread);
    const list: ConversationList = await callAs(ada).conversations.list({});
    await liveALot(ada, ben, conversationId, question);
    const fresh = await callAs(ada).messages.list({ conversationId });
    const missed = fresh.revision - page.revision;
    await until(() => client.received.length >= missed, "every event");
    client.close();

    const events = client.received.map(({ name, data }) => ({
      isNew: name === "message.created",
      message: (data as { message: Message }).message,
    }));
    expect(events.map((e) => e.message.revision)).toEqual(Array.from({ length: missed }, (_, i) => 4 + i));
    const arriving =
      how === "doubled" ? events.flatMap((e) => [e, e]) : how === "backwards" ? events.toReversed() : events;
    const applied = arriving.reduce<Timeline>((held, e) => withMessage(held, e.message), page);
    expect(hasGap(applied)).toBe(false);
    expect({ ...applied, ahead: undefined }).toEqual({ ...fresh, ahead: undefined });

    const replies = arriving.reduce<Timeline>((held, e) => withMessage(held, e.message), line);
    const freshReplies = await callAs(ada).messages.threads.replies(thread);
    expect({ ...replies, ahead: undefined }).toEqual({ ...freshReplies, ahead: undefined });

    const listed = arriving.reduce(
      (held, e) => withListedMessage(held, conversationId, toListedMessage(e.message, e.isNew), ada.id),
      list,
    );
    const [freshSummary] = (await callAs(ada).conversations.list({})).conversations;
    expect(listed.conversations[0]).toEqual(freshSummary);
  });

  it("when they are caught up with after an absence", async () => {
    const { ada, ben, conversationId, question } = await scene();
    const page = await callAs(ada).messages.list({ conversationId });
    await liveALot(ada, ben, conversationId, question);
    const { changes } = await callAs(ada).messages.catchUp({
      timelines: [{ conversationId, revision: page.revision }],
    });
    const applied = changes.reduce<Timeline>(withChanges, page);
    const fresh = await callAs(ada).messages.list({ conversationId });
    expect({ ...applied, ahead: undefined }).toEqual({ ...fresh, ahead: undefined });
  });
});
