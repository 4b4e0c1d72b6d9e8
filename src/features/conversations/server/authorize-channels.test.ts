import { describe, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import { userChannel } from "@/features/users/channels";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, newMessageId, sendText } from "@/testing/factories";
import { connectClient, listenAs } from "@/testing/listen";

describe("authorizeChannels", () => {
  it("signs a member's channels and nothing else, in one request", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const shared = await createGroup(ada, [ben]);
    const foreign = await createGroup(ada, [], { visibility: "public" });
    const refused = [
      conversationChannel(foreign.id),
      conversationChannel(newMessageId()),
      userChannel(ada.id),
      `private-conversation-${shared.id}x`,
      `private-conversation-${shared.id.toUpperCase()}`,
      `private-conversation-' or true --`,
      `presence-conversation-${shared.id}`,
      `private-encrypted-conversation-${shared.id}`,
      "private-conversation-",
      "__proto__",
      shared.id,
    ];
    const granted = [conversationChannel(shared.id), userChannel(ben.id)];
    const answer = await callAs(ben).conversations.authorizeChannels({
      socketId: "123.456",
      channels: [...granted, ...refused],
    });
    for (const name of granted) expect(answer[name]).toEqual({ auth: expect.stringMatching(/^\w+:\w{64}$/) });
    for (const name of refused) expect([name, answer[name] ?? null]).toEqual([name, null]);
  });

  it("no longer signs for somebody who has left", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    await callAs(ben).conversations.leave({ conversationId });
    const channel = conversationChannel(conversationId);
    const answer = await callAs(ben).conversations.authorizeChannels({
      socketId: "1.2",
      channels: [channel],
    });
    expect(answer).toEqual({ [channel]: null });
  });

  it.each(["", "1", "1.2.3", "a.b", "1.2:private-user-x"])("refuses the socket id %j", async (socketId) => {
    const ada = await createUser();
    const ask = callAs(ada).conversations.authorizeChannels({ socketId, channels: ["private-user-x"] });
    await expect(ask).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("the realtime server", () => {
  it("gives nothing to a subscriber whose signature the product did not make", async () => {
    const [ada, ben, eve] = await Promise.all([createUser(), createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    const channel = conversationChannel(conversationId);
    const member = await listenAs(ben);
    // Ben's signature is for Ben's socket: on Eve's it is worth nothing.
    const stolen = (await callAs(ben).conversations.authorizeChannels({
      socketId: member.socketId(),
      channels: [channel],
    })) as Record<string, { auth: string }>;
    const forgers = await Promise.all([
      connectClient({ authorize: async () => ({ auth: `offchat:${"0".repeat(64)}` }) }),
      connectClient({ authorize: async () => stolen[channel] ?? null }),
      listenAs(eve),
    ]);
    expect(await member.subscribe(channel)).toBe(true);
    expect(await Promise.all(forgers.map((each) => each.subscribe(channel)))).toEqual([false, false, false]);

    const sent = await sendText(ada, conversationId, "among us");
    const { message } = await member.event<{ message: { id: string } }>("message.created");
    expect(message.id).toBe(sent.id);
    expect(forgers.flatMap((each) => each.received)).toEqual([]);
    for (const each of [member, ...forgers]) each.close();
  });

  it("closes the sockets of somebody who leaves a group, and of nobody else", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const { id: conversationId } = await createGroup(ada, [ben]);
    const channel = conversationChannel(conversationId);
    const [staying, leaving] = await Promise.all([listenAs(ada), listenAs(ben)]);
    expect(await Promise.all([staying, leaving].map((each) => each.subscribe(channel)))).toEqual([
      true,
      true,
    ]);
    await callAs(ben).conversations.leave({ conversationId });
    await leaving.closed();
    await sendText(ada, conversationId, "he is gone");
    await staying.event("message.created");
    expect(leaving.received.map((each) => each.name)).not.toContain("message.created");
    for (const each of [staying, leaving]) each.close();
  });

  it("tells a person of what concerns them, on their own channel", async () => {
    const [ada, ben] = await Promise.all([createUser(), createUser()]);
    const client = await listenAs(ben);
    expect(await client.subscribe(userChannel(ben.id))).toBe(true);
    const { id: conversationId } = await createGroup(ada, [ben]);
    expect(await client.event("conversation.added")).toEqual({ conversationId });
    await sendText(ada, conversationId, "hello");
    await callAs(ben).conversations.markRead({ conversationId, seq: 1 });
    expect(await client.event("read-marker.moved")).toEqual({ conversationId, seq: 1 });
    client.close();
  });
});
