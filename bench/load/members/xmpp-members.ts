import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { type Acknowledged, type Members, type OnArrival, turnOf } from "./members";

export type XmppConfig = {
  host: string;
  port: number;
  domain: string;
  room: string;
  count: number;
  writers: number;
};

/**
 * Members in a room of an XMPP server (RFC 6120, XEP-0045), signed in anonymously (XEP-0175). What the room archives
 * (XEP-0313) it gives an id, which comes back to the writer with the message: that is the acknowledgement.
 */
export async function xmppMembers(config: XmppConfig, onArrival: OnArrival): Promise<Members> {
  const acknowledge = new Map<number, (acknowledged: Acknowledged) => void>();
  const sockets: Socket[] = [];
  for (let member = 0; member < config.count; member++) {
    const writes = member < config.writers;
    sockets.push(
      await join(config, member, (stanza) => {
        const turn = turnOf(stanza);
        if (turn === null) return;
        onArrival(member, turn, null);
        const done = writes ? acknowledge.get(turn) : undefined;
        if (!done) return;
        acknowledge.delete(turn);
        done({ id: /<stanza-id[^>]* id='([^']+)'/.exec(stanza)?.[1] ?? "", seq: null });
      }),
    );
  }
  let next = 0;
  return {
    count: config.count,
    send: (text) =>
      new Promise((resolve) => {
        acknowledge.set(turnOf(text) as number, resolve);
        const writer = sockets[next++ % config.writers] as Socket;
        writer.write(
          `<message type='groupchat' to='${config.room}' id='m${next}'><body>${text}</body></message>`,
        );
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** One member in the room, seated. */
async function join(
  { host, port, domain, room }: XmppConfig,
  member: number,
  onMessage: (stanza: string) => void,
): Promise<Socket> {
  const socket = connectTcp(port, host);
  socket.setEncoding("utf8").setNoDelay(true);
  await once(socket, "connect");
  const open = `<stream:stream to='${domain}' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>`;
  await ask(socket, open, "</stream:features>");
  await ask(socket, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>", "<success");
  await ask(socket, open, "</stream:features>");
  await ask(
    socket,
    "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>",
    "</iq>",
  );
  await ask(
    socket,
    `<presence to='${room}/member${member}'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>`,
    "</subject>|<subject/>|code='110'",
  );
  let rest = "";
  socket.on("data", (piece: string) => {
    const stanzas = (rest + piece).split("</message>");
    rest = stanzas.pop() ?? "";
    for (const stanza of stanzas) onMessage(stanza);
  });
  return socket;
}

/** Sends, and waits until the answer holds `until`. Throws with what came instead. */
async function ask(socket: Socket, text: string, until: string): Promise<void> {
  const answered = new RegExp(until);
  let answer = "";
  socket.write(text);
  while (!answered.test(answer)) {
    const [piece] = await once(socket, "data", { signal: AbortSignal.timeout(30_000) }).catch(() => {
      throw new Error(`The XMPP server answered: ${answer}`);
    });
    answer += piece;
    if (/<failure|type='error'|stream:error/.test(answer))
      throw new Error(`The XMPP server refused: ${answer}`);
  }
}
