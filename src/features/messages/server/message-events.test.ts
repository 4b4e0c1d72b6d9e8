import { describe, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";
import { listenAs } from "@/testing/listen";
import type { MessageEvents } from "../events";

describe("message.created", () => {
  it("carries the very message that a later read gives, quotes included", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser({ displayName: 'Bén "B" O’Hara' })]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    const client = await listenAs(ben);
    expect(await client.subscribe(conversationChannel(conversationId))).toBe(true);
    const question = await sendText(ben, conversationId, '日本語? 👩‍👩‍👧 \\ "quoted" \n\u0001');
    const sent = [question, await sendText(ada, conversationId, "はい", { replyToId: question.id })];
    const received = await Promise.all(
      sent.map(({ id }) =>
        client.event<MessageEvents["message.created"]>("message.created", (data) => data.message.id === id),
      ),
    );
    const { messages } = await callAs(ben).messages.list({ conversationId });
    expect(received.map((each) => each.message)).toEqual(messages);
    expect(sent).toEqual(messages);
    client.close();
  });
});
