import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { v7 } from "uuid";
import { type Client, clientOf } from "../harness/client";
import { percentile } from "../harness/statistics";
import { type LiveMember, openLiveMember } from "./members/live-member";

export type Fault = {
  name: string;
  /** A file whose first number is the process to kill: read when it is time, since it changes with every restart. */
  pidFile: string;
  /** When the service is back: its port takes connections, or the product's health is good. */
  back: { port: number } | { health: string };
};

export type ReconnectConfig = {
  origin: string;
  key: string;
  people: { cookie: string; userId: string; conversationIds: string[] }[];
  /** Devices of each person. */
  devices: number;
  /** Messages a second, over all writers; the first `writers` people write. */
  rate: number;
  writers: number;
  /** Milliseconds of ordinary traffic before each fault. */
  calmMs: number;
  faults: Fault[];
};

export type FaultResult = {
  name: string;
  /** Milliseconds without the service. */
  awayMs: number;
  /** Milliseconds from its return until each client had everything acknowledged by then. */
  caughtUpMs: number[];
  /** Most catch-up requests of one client. */
  catchUpsMost: number;
  catchUpsMedian: number;
};

export type ReconnectResult = {
  clients: number;
  acknowledged: { id: string; seq: number }[];
  faults: FaultResult[];
  /** What was wrong with what clients held at the end. */
  wrong: string[];
};

/** How long clients may take to come back before the benchmark gives up, in milliseconds. */
const patience = 60_000;

/** Clients online in one conversation while messages flow and services are killed under them. */
export async function load(config: ReconnectConfig): Promise<ReconnectResult> {
  pretendToBeAPage(config.origin);
  const members = await openMembers(config);
  const startSeq = Math.min(...members.map((each) => each.timeline().messages.at(-1)?.seq ?? 0));
  const traffic = startTraffic(config);
  const faults: FaultResult[] = [];
  for (const fault of config.faults) {
    await delay(config.calmMs);
    faults.push(await strike(fault, members, traffic));
  }
  await delay(config.calmMs);
  await traffic.stop();
  await until(() => members.every((each) => holds(each, traffic.newest()))).catch((error) => {
    const late = members.flatMap((each, i) =>
      holds(each, traffic.newest()) ? [] : [`${i}: ${stateOf(each)}`],
    );
    throw new Error(
      `At the end ${late.length} clients lacked messages up to ${traffic.newest()}, ${late[0]}: ${error}`,
    );
  });
  const wrong = members.flatMap((each, i) =>
    problemsOf(each, traffic.acknowledged, startSeq).map((text) => `client ${i}: ${text}`),
  );
  for (const each of members) each.close();
  return { clients: members.length, acknowledged: traffic.acknowledged, faults, wrong: wrong.slice(0, 20) };
}

async function strike(fault: Fault, members: LiveMember[], traffic: Traffic): Promise<FaultResult> {
  const before = members.map((each) => each.catchUps().count);
  const pid = Number.parseInt(/\d+/.exec(readFileSync(fault.pidFile, "utf8"))?.[0] ?? "", 10);
  process.kill(pid, "SIGKILL");
  const killed = performance.now();
  await until(async () => !(await isBack(fault.back)), 2_000).catch(() => {});
  await until(() => isBack(fault.back));
  const returned = performance.now();
  const watermark = traffic.newest();
  const caughtUp = new Array<number | undefined>(members.length).fill(undefined);
  await until(() => {
    for (const [i, member] of members.entries()) {
      if (caughtUp[i] === undefined && member.state() === "connected" && holds(member, watermark))
        caughtUp[i] = performance.now() - returned;
    }
    return caughtUp.every((each) => each !== undefined);
  }).catch((error) => {
    const late = members.flatMap((each, i) => (caughtUp[i] === undefined ? [`${i}: ${stateOf(each)}`] : []));
    throw new Error(
      `${fault.name}: ${late.length} clients lacked messages up to ${watermark}, ${late[0]}: ${error}`,
    );
  });
  // Traffic goes on, so that a second request of somebody would be seen.
  await delay(2_000);
  const asked = members.map((each, i) => each.catchUps().count - (before[i] as number));
  return {
    name: fault.name,
    awayMs: returned - killed,
    caughtUpMs: caughtUp as number[],
    catchUpsMost: Math.max(...asked),
    catchUpsMedian: percentile(asked, 50),
  };
}

/** What keeps a client back, for whoever looks for the cause. */
function stateOf(member: LiveMember): string {
  const { messages, ahead = [] } = member.timeline();
  const [from, to] = [ahead[0], ahead.at(-1)];
  const { count, problem } = member.catchUps();
  return `${member.state()}, holds ${messages.at(-1)?.seq ?? 0} and ${from ?? "nothing"} … ${to ?? ""} beyond, ${count} answers, ${problem ?? "no problem"}`;
}

const holds = (member: LiveMember, seq: number) => {
  const { messages, ahead = [] } = member.timeline();
  return (messages.at(-1)?.seq ?? 0) >= seq && ahead.length === 0;
};

function problemsOf(
  member: LiveMember,
  acknowledged: { id: string; seq: number }[],
  startSeq: number,
): string[] {
  const messages = member.timeline().messages.filter(({ seq }) => seq > startSeq);
  const held = new Set(messages.map(({ id }) => id));
  const lost = acknowledged.filter(({ id, seq }) => seq > startSeq && !held.has(id)).length;
  const hole = messages.findIndex(({ seq }, i) => i > 0 && seq !== (messages[i - 1]?.seq ?? 0) + 1);
  return [
    ...(lost > 0 ? [`${lost} acknowledged messages are missing`] : []),
    ...(held.size !== messages.length ? [`${messages.length - held.size} messages twice`] : []),
    ...(hole >= 0 ? [`out of order or a hole at ${messages[hole]?.seq}`] : []),
  ];
}

async function openMembers({ people, devices, origin, key }: ReconnectConfig): Promise<LiveMember[]> {
  const members: LiveMember[] = [];
  const wanted = people.flatMap((person) => Array.from({ length: devices }, () => person));
  for (let i = 0; i < wanted.length; i += 25) {
    const opened = wanted
      .slice(i, i + 25)
      .map(({ cookie, userId, conversationIds }) =>
        openLiveMember(clientOf(origin, cookie), { origin, key, userId, conversationIds }),
      );
    members.push(...(await Promise.all(opened)));
  }
  return members;
}

type Traffic = ReturnType<typeof startTraffic>;

/** Writers as the product's outgoing queue is: one message at a time, tried again under its id until it is taken. */
function startTraffic({ people, writers, rate, origin }: ReconnectConfig) {
  const acknowledged: { id: string; seq: number }[] = [];
  let newest = 0;
  let stopped = false;
  const write = async (client: Client, conversationId: string, everyMs: number) => {
    for (let n = 0; !stopped; n++) {
      const due = performance.now() + everyMs;
      const id = v7();
      for (;;) {
        const sent = await client
          .call<{ id: string; seq: number }>("messages.send", { id, conversationId, body: `message ${n}` })
          .catch(() => null);
        if (sent) {
          acknowledged.push({ id, seq: sent.seq });
          newest = Math.max(newest, sent.seq);
          break;
        }
        await delay(300);
      }
      await delay(Math.max(0, due - performance.now()));
    }
  };
  const running = people
    .slice(0, writers)
    .map(({ cookie, conversationIds }) =>
      write(clientOf(origin, cookie), conversationIds[0] as string, (1000 * writers) / rate),
    );
  return {
    acknowledged,
    newest: () => newest,
    stop: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };
}

async function isBack(back: Fault["back"]): Promise<boolean> {
  if ("health" in back) {
    return fetch(back.health, { signal: AbortSignal.timeout(1_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
  }
  return new Promise((resolve) => {
    const socket = connect(back.port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

async function until(happened: () => boolean | Promise<boolean>, deadlineMs = patience): Promise<void> {
  const deadline = performance.now() + deadlineMs;
  while (!(await happened())) {
    if (performance.now() > deadline) throw new Error(`not within ${deadlineMs} ms`);
    await delay(20);
  }
}

/** The product's connection listens to what only browsers tell: being offline, and being looked at again. */
function pretendToBeAPage(origin: string): void {
  const deaf = { addEventListener() {}, removeEventListener() {} };
  Object.assign(globalThis, { window: { ...deaf, location: { origin } }, document: deaf });
}
