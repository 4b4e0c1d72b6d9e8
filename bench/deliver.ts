import postgres from "postgres";
import { v7 } from "uuid";
import type { Benchmark, Check, Measured, Ratio } from "./harness/benchmark";
import { type OpenedDataset, openDataset } from "./harness/dataset";
import { inOwnProcess } from "./harness/in-own-process";
import { alternate } from "./harness/rounds";
import { ratioOf, summarise } from "./harness/statistics";
import type { DeliverConfig, DeliverResult } from "./load/deliver";
import type { Soketi } from "./load/members/pusher-members";
import { type Ejabberd, startEjabberd } from "./peers/ejabberd";

type Cell = { members: number; rate: number };
type Members = DeliverConfig["members"];
type System = { name: string; members: (cell: Cell) => Promise<Members> };

const cells: Cell[] = [
  { members: 10, rate: 500 },
  { members: 100, rate: 20 },
  { members: 100, rate: 200 },
  { members: 500, rate: 20 },
  { members: 1_000, rate: 20 },
  { members: 1_000, rate: 40 },
];
const quickCells: Cell[] = [{ members: 10, rate: 50 }];
const writerCount = 4;

/**
 * From when a message is due to be written until every member of its conversation has it: through the product with
 * sockets straight to Soketi and over its one port, through Soketi alone, and through ejabberd, which archives as well.
 */
export const deliver: Benchmark = async ({ quick, say }) => {
  const product = await openDataset({ people: 2_000, messages: 20_000 }, say);
  const sql = postgres(product.environment.DATABASE_URL, { max: 1 });
  let peer: Ejabberd | null = null;
  try {
    peer = quick ? null : await startEjabberd(product.environment.DATABASE_URL, say);
    const systems = [...(await systemsOf(product, sql)), ...(peer ? [roomsOf(peer)] : [])];
    if (!peer && !quick) say("ejabberd cannot be had here: there is nothing to compare with");
    const checks: Check[] = [];
    const measured: Measured[] = [];
    const ratios: Ratio[] = [];
    let deliveries = 0;
    for (const cell of quick ? quickCells : cells) {
      const label = `${cell.members.toLocaleString("en")} × ${cell.rate}/s`;
      say(label);
      const results = new Map<string, DeliverResult[]>();
      const p99 = await alternate(
        quick ? 1 : 3,
        Object.fromEntries(
          systems.map(({ name, members }) => [
            name,
            async () => {
              const config = {
                members: await members(cell),
                rate: cell.rate,
                milliseconds: quick ? 1_000 : 5_000,
              };
              const result = await inOwnProcess<DeliverConfig, DeliverResult>("deliver", config);
              results.set(name, [...(results.get(name) ?? []), result]);
              deliveries += result.acknowledged.length * cell.members;
              return result.p99;
            },
          ]),
        ),
      );
      for (const { name } of systems) {
        const rounds = results.get(name) as DeliverResult[];
        measured.push({
          name: `${label}, ${name}, p99`,
          unit: "ms",
          value: summarise(p99[name] as number[]),
        });
        measured.push({
          name: `${label}, ${name}, p50`,
          unit: "ms",
          value: summarise(rounds.map((each) => each.p50)),
        });
        checks.push(...checksOf(`${label}, ${name}`, rounds));
        if (name.startsWith("product")) {
          const acknowledged = rounds.flatMap((each) => each.acknowledged);
          checks.push({
            what: `${label}, ${name}: every acknowledged message is stored under its number`,
            holds: (await countStored(sql, acknowledged)) === acknowledged.length,
          });
          for (const yardstick of ["Soketi alone", "ejabberd"]) {
            const values = p99[yardstick];
            if (!values) continue;
            const goal = yardstick === "ejabberd" ? "≤ 1" : "–";
            ratios.push({
              name: `${label}, p99, ${name} to ${yardstick}`,
              value: ratioOf(p99[name] as number[], values),
              goal,
            });
          }
        }
      }
    }
    return {
      work: `${deliveries.toLocaleString("en")} deliveries, each looked at for its message, its number and doubles.`,
      measured,
      ratios,
      checks,
    };
  } finally {
    await peer?.stop();
    await sql.end();
    await product.stop();
  }
};

function checksOf(label: string, rounds: DeliverResult[]): Check[] {
  const sum = (of: (each: DeliverResult) => number) => rounds.reduce((total, each) => total + of(each), 0);
  const refused = rounds.flatMap((each) => each.refused);
  return [
    {
      what: `${label}: everything sent was acknowledged${refused[0] ? `: ${refused[0]}` : ""}`,
      holds: sum((each) => each.sent) === sum((each) => each.acknowledged.length),
    },
    {
      what: `${label}: everything acknowledged reached everybody (${sum((each) => each.lost)} lost)`,
      holds: sum((each) => each.lost) === 0,
    },
    {
      what: `${label}: once (${sum((each) => each.doubled)} twice, ${sum((each) => each.overtaken)} overtaken)`,
      holds: sum((each) => each.doubled) === 0,
    },
  ];
}

type Sql = ReturnType<typeof postgres>;

async function systemsOf(product: OpenedDataset, sql: Sql): Promise<System[]> {
  const { SOKETI_HOST, SOKETI_PORT, SOKETI_APP_ID, SOKETI_APP_KEY, SOKETI_APP_SECRET } =
    product.environment as Record<string, string>;
  const soketi = {
    host: SOKETI_HOST,
    port: Number(SOKETI_PORT),
    appId: SOKETI_APP_ID,
    key: SOKETI_APP_KEY,
    secret: SOKETI_APP_SECRET,
  } as Soketi;
  const direct = `ws://${soketi.host}:${soketi.port}`;
  const onePort = product.url.replace("http", "ws");
  const writers = await Promise.all(
    Array.from({ length: writerCount }, (_, i) => product.as(`person${i + 10}`)),
  );
  const through =
    (address: string) =>
    async ({ members }: Cell): Promise<Members> => {
      const conversationId = await makeGroup(writers[0] as (typeof writers)[number], sql, members);
      return {
        pusher: {
          soketi,
          address,
          channel: `private-conversation-${conversationId}`,
          count: members,
          through: { url: product.url, cookies: writers.map(({ cookie }) => cookie), conversationId },
        },
      };
    };
  return [
    { name: "product, sockets to Soketi", members: through(direct) },
    { name: "product, one port", members: through(onePort) },
    {
      name: "Soketi alone",
      members: async ({ members }) => ({
        pusher: { soketi, address: direct, channel: `private-bench-${v7()}`, count: members, through: null },
      }),
    },
  ];
}

function roomsOf({ host, port, domain, room }: Ejabberd): System {
  return {
    name: "ejabberd",
    members: async ({ members }) => ({
      xmpp: { host, port, domain, room: room(`room-${v7()}`), count: members, writers: writerCount },
    }),
  };
}

/** A group of that many people: the writers, and others of the dataset. */
async function makeGroup(
  owner: Awaited<ReturnType<OpenedDataset["as"]>>,
  sql: Sql,
  members: number,
): Promise<string> {
  const { id } = await owner.call<{ id: string }>("conversations.createGroup", {
    name: `Room for ${members}`,
    visibility: "private",
    memberIds: [],
  });
  const writers = Array.from({ length: writerCount }, (_, i) => `person${i + 10}`);
  await sql`
    insert into conversation_members (conversation_id, user_id)
    select ${id}, u.id from users u
    where not exists (select from conversation_members m where m.conversation_id = ${id} and m.user_id = u.id)
      and u.status = 'active'
    order by (u.username = any(${writers})) desc, u.id
    limit ${members - 1}`;
  return id;
}

async function countStored(sql: Sql, acknowledged: { id: string; seq: number | null }[]): Promise<number> {
  const [row] = await sql`
    select count(*)::int as count from messages m
    join json_to_recordset(${JSON.stringify(acknowledged)}::text::json) as a (id uuid, seq bigint)
      on a.id = m.id and a.seq = m.seq`;
  return row?.count;
}
