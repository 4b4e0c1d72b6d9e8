import { v7 } from "uuid";
import { insertMessages } from "@/features/messages/server/insert-messages";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { type Client, clientOf } from "../harness/client";
import { closedLoop } from "./closed-loop";

export type SendConfig = {
  what: "no-op" | "send" | "statement";
  url: string;
  milliseconds: number;
  /** Each with the conversations that they write to in turn. */
  writers: { cookie: string; actor: Actor; conversationIds: string[] }[];
};

export type Sent = { id: string; conversationId: string; seq: number };
export type SendResult = { rate: number; sent: Sent[] };

/** One round of the `send` benchmark, with a client for each writer. */
export async function load({ what, url, milliseconds, writers }: SendConfig): Promise<SendResult> {
  const clients = writers.map(({ cookie }) => clientOf(url, cookie));
  const work = (index: number, turn: number): Promise<Sent | null> => {
    const writer = writers[index] as SendConfig["writers"][number];
    const conversationId = writer.conversationIds[turn % writer.conversationIds.length] as string;
    const message = { id: v7(), conversationId, body: `message ${turn} of a benchmark, in a sentence or so` };
    if (what === "statement") return insertDirectly(writer.actor, message);
    return what === "send" ? send(clients[index] as Client, message) : doNothing(clients[index] as Client);
  };
  const { rate, results } = await closedLoop(writers.length, milliseconds, work);
  if (what === "statement") await database().close();
  return { rate, sent: results.filter((each) => each !== null) };
}

type NewMessage = { id: string; conversationId: string; body: string };

async function send(client: Client, message: NewMessage): Promise<Sent> {
  const { id, conversationId, seq } = await client.call<Sent>("messages.send", message);
  return { id, conversationId, seq };
}

/** The cheapest procedure that needs a session. */
async function doNothing(client: Client): Promise<null> {
  await client.call("users.me");
  return null;
}

async function insertDirectly(actor: Actor, message: NewMessage): Promise<Sent> {
  const [outcome] = await insertMessages([
    { author: actor, message: { ...message, usernames: [], everyone: null, forwardedFrom: null } },
  ]);
  const inserted = outcome?.inserted;
  if (!inserted) throw new Error("the statement inserted nothing");
  return { id: message.id, conversationId: message.conversationId, seq: inserted.message.seq };
}
