import { expect } from "@playwright/test";
import { v7 } from "uuid";
import { conversationChannel } from "../src/features/conversations/channels";
import { connectTo } from "../src/testing/realtime-client";
import { test } from "./fixtures";
import type { Procedures } from "./procedures";
import { productUrl, realtimeKey } from "./product";

/** A client such as the page's, over the product's own address. */
function connect({ conversations }: Procedures) {
  const { hostname, port } = new URL(productUrl());
  const endpoint = { host: hostname, port: Number(port), key: realtimeKey() };
  return connectTo(endpoint, {
    authorize: async (socketId, channel) => {
      const answers = await conversations.authorizeChannels.mutate({ socketId, channels: [channel] });
      return answers[channel] ?? null;
    },
    authenticate: (socketId) => conversations.authenticateSocket.mutate({ socketId }),
  });
}

test("a message reaches the other person's open connection, and nobody else's", async ({
  openAsNewPerson,
}) => {
  const [ada, ben, eve] = [
    await openAsNewPerson("Ada"),
    await openAsNewPerson("Ben"),
    await openAsNewPerson("Eve"),
  ];
  const { id: conversationId } = await ada.procedures.conversations.openDirect.mutate({
    userId: ben.person.id,
  });
  const clients = await Promise.all([ada, ben, eve].map((each) => connect(each.procedures)));
  try {
    const channel = conversationChannel(conversationId);
    expect(await Promise.all(clients.map((each) => each.subscribe(channel)))).toEqual([true, true, false]);

    const sent = await ada.procedures.messages.send.mutate({ id: v7(), conversationId, body: "Hello, Ben" });
    const [hers, his, eves] = clients;
    expect(await his?.event("message.created")).toEqual({ message: sent });
    expect(await hers?.event("message.created")).toEqual({ message: sent });
    expect(eves?.received).toEqual([]);
  } finally {
    for (const client of clients) client.close();
  }
});
