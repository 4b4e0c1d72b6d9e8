import { join } from "node:path";
import postgres from "postgres";
import type { OwnAccount } from "@/features/users/dto";
import type { Benchmark } from "./harness/benchmark";
import { type OpenedDataset, openDataset } from "./harness/dataset";
import { inOwnProcess } from "./harness/in-own-process";
import { percentile, summarise } from "./harness/statistics";
import type { Fault, FaultResult, ReconnectConfig, ReconnectResult } from "./load/reconnect";

/** Clients online while messages flow and Soketi, PostgreSQL and the server's process (with its worker) are killed. */
export const reconnect: Benchmark = async ({ quick, say }) => {
  const product = await openDataset({ people: 2_000, messages: 20_000 }, say);
  const sql = postgres(product.environment.DATABASE_URL, { max: 1 });
  try {
    const devices = 10;
    const people = await preparePeople(product, sql, quick ? 2 : 100);
    const rounds = quick ? 1 : 3;
    const config: ReconnectConfig = {
      origin: product.url,
      key: product.environment.SOKETI_APP_KEY as string,
      people,
      devices,
      rate: 5,
      writers: quick ? 2 : 4,
      calmMs: quick ? 500 : 3_000,
      faults: Array.from({ length: rounds }, () => faultsOf(product)).flat(),
    };
    say(`${people.length * devices} clients come online`);
    await sql.end();
    const result = await inOwnProcess<ReconnectConfig, ReconnectResult>("reconnect", config);
    const audit = postgres(product.environment.DATABASE_URL, { max: 1 });
    const stored = await countStored(audit, result.acknowledged);
    await audit.end();
    const names = [...new Set(result.faults.map(({ name }) => name))];
    const of = (name: string, value: (fault: FaultResult) => number) =>
      summarise(result.faults.filter((fault) => fault.name === name).map(value));
    return {
      work: `${result.acknowledged.length.toLocaleString("en")} messages to ${result.clients.toLocaleString("en")} clients, ${result.faults.length} processes killed.`,
      measured: names.flatMap((name) => [
        { name: `${name} away`, unit: "ms" as const, value: of(name, (fault) => fault.awayMs) },
        {
          name: `${name}: clients caught up after its return, median`,
          unit: "ms" as const,
          value: of(name, (fault) => percentile(fault.caughtUpMs, 50)),
        },
        {
          name: `${name}: the last client`,
          unit: "ms" as const,
          value: of(name, (fault) => Math.max(...fault.caughtUpMs)),
        },
        {
          name: `${name}: catch-up requests of a client, median`,
          unit: "" as const,
          value: of(name, (fault) => fault.catchUpsMedian),
        },
        {
          name: `${name}: catch-up requests of a client, most`,
          unit: "" as const,
          value: of(name, (fault) => fault.catchUpsMost),
        },
      ]),
      ratios: [],
      checks: [
        { what: "messages were acknowledged", holds: result.acknowledged.length > 0 },
        {
          what: "every acknowledged message is stored once, under its number",
          holds: stored === result.acknowledged.length,
        },
        {
          what: `no client lost, doubled or misplaced any${result.wrong[0] ? `: ${result.wrong[0]}` : ""}`,
          holds: result.wrong.length === 0,
        },
      ],
    };
  } finally {
    await product.stop();
  }
};

/** What is killed, each with how to see that it is back. The worker runs in the server's process. */
function faultsOf({ url, dataDir, environment }: OpenedDataset): Fault[] {
  const health = `${url}/api/health`;
  return [
    {
      name: "Soketi",
      pidFile: join(dataDir, "run", "soketi.json"),
      back: { port: Number(environment.SOKETI_PORT) },
    },
    { name: "PostgreSQL", pidFile: join(dataDir, "postgres", "postmaster.pid"), back: { health } },
    { name: "server and worker", pidFile: join(dataDir, "run", "web.json"), back: { health } },
  ];
}

async function preparePeople(product: OpenedDataset, sql: ReturnType<typeof postgres>, count: number) {
  const people: ReconnectConfig["people"] = [];
  for (let i = 0; i < count; i++) {
    const client = await product.as(`person${i + 100}`);
    const { id } = await client.call<OwnAccount>("users.me");
    people.push({ cookie: client.cookie, userId: id, conversationIds: [] });
  }
  const [first] = people as [ReconnectConfig["people"][number]];
  const owner = await product.as("person100");
  const group = await owner.call<{ id: string }>("conversations.createGroup", {
    name: "Everybody online",
    visibility: "private",
    memberIds: people.map(({ userId }) => userId).filter((id) => id !== first.userId),
  });
  for (const person of people) {
    const rows = await sql<{ id: string }[]>`
      select m.conversation_id as id from conversation_members m join conversations c on c.id = m.conversation_id
      where m.user_id = ${person.userId} and m.conversation_id <> ${group.id} and c.deleted_at is null limit 20`;
    person.conversationIds = [group.id, ...rows.map(({ id }) => id)];
  }
  return people;
}

async function countStored(sql: ReturnType<typeof postgres>, acknowledged: { id: string; seq: number }[]) {
  const [row] = await sql`
    select count(*)::int as count from messages m
    join json_to_recordset(${JSON.stringify(acknowledged)}::text::json) as a (id uuid, seq bigint)
      on a.id = m.id and a.seq = m.seq`;
  return row?.count;
}
