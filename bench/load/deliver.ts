import { setTimeout as delay } from "node:timers/promises";
import { percentile } from "../harness/statistics";
import { type Acknowledged, type Members, type OnArrival, textOf } from "./members/members";
import { type PusherConfig, pusherMembers } from "./members/pusher-members";
import { type XmppConfig, xmppMembers } from "./members/xmpp-members";

export type DeliverConfig = {
  members: { pusher: PusherConfig } | { xmpp: XmppConfig };
  /** Messages a second. */
  rate: number;
  milliseconds: number;
};

export type DeliverResult = {
  sent: number;
  /** Milliseconds from when a message was due to be sent until each member's device had it. */
  p50: number;
  p99: number;
  acknowledged: Acknowledged[];
  /** Messages that came twice to somebody, and that never came, over all members. */
  doubled: number;
  lost: number;
  /** Arrivals that came after a later message of the same conversation. */
  overtaken: number;
  /** What went wrong with sending. */
  refused: string[];
};

/** How long the last messages may take to arrive, in milliseconds. */
const patience = 20_000;

/**
 * One cell: messages fall due at a fixed rate, whatever becomes of earlier ones (an open loop), and a delay counts from
 * when the message was due, so that a stall is not hidden by what it kept from being sent.
 */
export async function load({ members: config, rate, milliseconds }: DeliverConfig): Promise<DeliverResult> {
  const total = Math.ceil((rate * milliseconds) / 1000);
  const arrivals = arrivalsOf(total);
  const members = await ("pusher" in config
    ? pusherMembers(config.pusher, arrivals.take)
    : xmppMembers(config.xmpp, arrivals.take));
  try {
    const { acknowledged, refused } = await sendAtRate(members, rate, total, arrivals);
    const expected = acknowledged.length * members.count;
    const deadline = performance.now() + patience;
    while (arrivals.once() < expected && performance.now() < deadline) await delay(10);
    const delays = arrivals.delays();
    return {
      sent: total,
      p50: percentile(delays, 50),
      p99: percentile(delays, 99),
      acknowledged,
      doubled: arrivals.doubled(),
      lost: Math.max(0, expected - arrivals.once()),
      overtaken: arrivals.overtaken(),
      refused,
    };
  } finally {
    await members.close();
  }
}

async function sendAtRate(members: Members, rate: number, total: number, { due }: Arrivals) {
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  const underWay: Promise<void>[] = [];
  const start = performance.now() + 200;
  for (let turn = 0; turn < total; ) {
    const wait = start + (turn * 1000) / rate - performance.now();
    if (wait > 0) await delay(wait);
    for (; turn < total && start + (turn * 1000) / rate <= performance.now(); turn++) {
      due(turn, start + (turn * 1000) / rate);
      underWay.push(
        members.send(textOf(turn)).then(
          (each) => void acknowledged.push({ id: each.id, seq: each.seq }),
          (error) => void refused.push(String(error)),
        ),
      );
    }
  }
  await Promise.race([Promise.all(underWay), delay(patience, undefined, { ref: false })]);
  return { acknowledged, refused };
}

type Arrivals = ReturnType<typeof arrivalsOf>;

/** Keeps the delay of each first arrival of each message at each member. */
function arrivalsOf(total: number) {
  const dueAt = new Float64Array(total);
  const seen = new Map<number, Uint8Array>();
  const latest = new Map<number, number>();
  const delays: number[] = [];
  let doubled = 0;
  let overtaken = 0;
  const take: OnArrival = (member, turn, seq) => {
    const now = performance.now();
    let own = seen.get(member);
    if (!own) {
      own = new Uint8Array(total);
      seen.set(member, own);
    }
    if (own[turn]) {
      doubled++;
      return;
    }
    own[turn] = 1;
    delays.push(now - (dueAt[turn] as number));
    const place = seq ?? turn;
    const before = latest.get(member) ?? -1;
    if (place < before) overtaken++;
    else latest.set(member, place);
  };
  return {
    take,
    due: (turn: number, at: number) => {
      dueAt[turn] = at;
    },
    once: () => delays.length,
    delays: () => delays,
    doubled: () => doubled,
    overtaken: () => overtaken,
  };
}
