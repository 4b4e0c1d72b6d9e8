import { createHmac } from "node:crypto";
import { Agent } from "node:http";
import Pusher from "pusher";
import { v7 } from "uuid";
import { WebSocket } from "ws";
import { clientOf } from "../../harness/client";
import { type Acknowledged, type Members, type OnArrival, turnOf } from "./members";

export type Soketi = { host: string; port: number; appId: string; key: string; secret: string };

export type PusherConfig = {
  soketi: Soketi;
  /** Where the sockets go: to Soketi itself, or to the product's one port. */
  address: string;
  channel: string;
  count: number;
  /** Who writes, through the product; null: events go to Soketi without the product and its database. */
  through: { url: string; cookies: string[]; conversationId: string } | null;
};

/** Members on sockets of the Pusher protocol, each subscribed to the conversation's channel. */
export async function pusherMembers(config: PusherConfig, onArrival: OnArrival): Promise<Members> {
  const sockets = await inBatches(config.count, (member) => connect(config, member, onArrival));
  return {
    count: config.count,
    send: config.through ? sendThroughProduct(config.through) : sendToSoketi(config),
    close: async () => {
      for (const socket of sockets) socket.terminate();
    },
  };
}

function connect(
  { address, soketi, channel }: PusherConfig,
  member: number,
  onArrival: OnArrival,
): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${address}/app/${soketi.key}?protocol=7&client=bench&version=1`, {
      perMessageDeflate: false,
    });
    socket.once("error", reject);
    socket.on("message", (data) => {
      const frame = data.toString();
      const turn = turnOf(frame);
      if (turn !== null) return onArrival(member, turn, seqOf(frame));
      const { event, data: inner } = JSON.parse(frame);
      if (event === "pusher:connection_established") {
        const auth = signed(soketi, `${JSON.parse(inner).socket_id}:${channel}`);
        socket.send(JSON.stringify({ event: "pusher:subscribe", data: { channel, auth } }));
      } else if (event === "pusher_internal:subscription_succeeded") resolve(socket);
      else if (event === "pusher:ping") socket.send('{"event":"pusher:pong","data":{}}');
      else if (event === "pusher:error") reject(new Error(frame));
    });
  });
}

/** Subscriptions are signed here, as the product would: letting members in is not what is measured. */
const signed = ({ key, secret }: Soketi, text: string) =>
  `${key}:${createHmac("sha256", secret).update(text).digest("hex")}`;

const seqInFrame = /\\?"seq\\?":(\d+)/;

function seqOf(frame: string): number | null {
  const found = seqInFrame.exec(frame);
  return found ? Number(found[1]) : null;
}

function sendThroughProduct({ url, cookies, conversationId }: NonNullable<PusherConfig["through"]>) {
  const clients = cookies.map((cookie) => clientOf(url, cookie));
  let next = 0;
  return async (body: string): Promise<Acknowledged> => {
    const client = clients[next++ % clients.length] as (typeof clients)[number];
    return client.call<Acknowledged>("messages.send", { id: v7(), conversationId, body });
  };
}

function sendToSoketi({ soketi, channel }: PusherConfig) {
  const pusher = new Pusher({
    host: soketi.host,
    port: String(soketi.port),
    appId: soketi.appId,
    key: soketi.key,
    secret: soketi.secret,
    useTLS: false,
    agent: new Agent({ keepAlive: true, maxSockets: 16 }),
  });
  return async (body: string): Promise<Acknowledged> => {
    const id = v7();
    await pusher.trigger(channel, "message.created", { message: { id, body } });
    return { id, seq: null };
  };
}

/** Fifty at a time: a thousand connections at once would be refused. */
async function inBatches<Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> {
  const made: Result[] = [];
  while (made.length < count) {
    const part = Array.from({ length: Math.min(50, count - made.length) }, (_, i) => made.length + i);
    made.push(...(await Promise.all(part.map(make))));
  }
  return made;
}
