import postgres from "postgres";
import type { Actor } from "@/server/context";
import type { Benchmark, Check } from "./harness/benchmark";
import { type OpenedDataset, openDataset } from "./harness/dataset";
import { inOwnProcess } from "./harness/in-own-process";
import { alternate } from "./harness/rounds";
import { ratioOf, summarise } from "./harness/statistics";
import type { SendConfig, SendResult, Sent } from "./load/send";

const writerCount = 16;
const conversationsEach = 8;

/** How many messages a second people can send, every one durable, against a procedure that does nothing. */
export const send: Benchmark = async ({ quick, say }) => {
  const product = await openDataset({ people: 1_000, messages: 20_000 }, say);
  const sql = postgres(product.environment.DATABASE_URL, { max: 1 });
  try {
    const writers = await prepareWriters(product);
    const milliseconds = quick ? 400 : 6_000;
    const acknowledged: Sent[] = [];
    const transactions: number[] = [];
    const round = async (what: SendConfig["what"]) => {
      const before = await countTransactions(sql);
      const { rate, sent } = await inOwnProcess<SendConfig, SendResult>(
        "send",
        { what, url: product.url, milliseconds, writers },
        // The statement alone signs nothing: any secrets do.
        {
          ...product.environment,
          DATABASE_POOL_SIZE: String(writerCount),
          AUTH_SECRET: "0".repeat(32),
          AUDIT_SIGNING_KEY: "0".repeat(64),
        },
      );
      if (what === "send") transactions.push(((await countTransactions(sql)) - before) / sent.length);
      acknowledged.push(...sent);
      return rate;
    };
    await round("send");
    acknowledged.length = 0;
    transactions.length = 0;
    const rates = await alternate(quick ? 1 : 5, {
      "no-op": () => round("no-op"),
      send: () => round("send"),
      statement: () => round("statement"),
    });
    const checks = await audit(sql, acknowledged);
    return {
      work: `${acknowledged.length.toLocaleString("en")} messages by ${writerCount} people in ${
        writerCount * conversationsEach
      } conversations, of which every one was looked up afterwards.`,
      measured: [
        { name: "no-op procedure", unit: "/s", value: summarise(rates["no-op"]) },
        { name: "messages.send", unit: "/s", value: summarise(rates.send) },
        { name: "its statement alone", unit: "/s", value: summarise(rates.statement) },
        { name: "transactions a message, publishing included", unit: "", value: summarise(transactions) },
      ],
      ratios: [
        { name: "send to no-op", value: ratioOf(rates.send, rates["no-op"]), goal: "≥ 0.6" },
        { name: "send to its statement", value: ratioOf(rates.send, rates.statement), goal: "–" },
      ],
      checks,
    };
  } finally {
    await sql.end();
    await product.stop();
  }
};

async function prepareWriters(product: OpenedDataset): Promise<SendConfig["writers"]> {
  const writers: SendConfig["writers"] = [];
  for (let i = 0; i < writerCount; i++) {
    const client = await product.as(`person${i + 10}`);
    const me = await client.call<Actor>("users.me");
    const conversationIds: string[] = [];
    for (let n = 0; n < conversationsEach; n++) {
      const { id } = await client.call<{ id: string }>("conversations.createGroup", {
        name: `Writer ${i}, ${n}`,
        visibility: "private",
        memberIds: [],
      });
      conversationIds.push(id);
    }
    writers.push({ cookie: client.cookie, actor: me, conversationIds });
  }
  return writers;
}

type Sql = ReturnType<typeof postgres>;

async function countTransactions(sql: Sql): Promise<number> {
  const [row] =
    await sql`select xact_commit::int as count from pg_stat_database where datname = current_database()`;
  return row?.count;
}

/** Everything that was acknowledged is there once, under the number that its sender was told; no number is missing. */
async function audit(sql: Sql, acknowledged: Sent[]): Promise<Check[]> {
  const [found] = await sql`
    select count(*)::int as count from messages m
    join json_to_recordset(${JSON.stringify(acknowledged)}::text::json)
      as a (id uuid, "conversationId" uuid, seq bigint)
      on a.id = m.id and a."conversationId" = m.conversation_id and a.seq = m.seq`;
  const conversationIds = [...new Set(acknowledged.map(({ conversationId }) => conversationId))];
  const [holes] = await sql`
    select count(*)::int as count from conversations c
    where id = any(${conversationIds}::uuid[])
      and last_seq <> (select count(*) from messages where conversation_id = c.id and thread_root_id is null)`;
  return [
    { what: "messages were sent", holds: acknowledged.length > 0 },
    {
      what: "every acknowledged message is stored once, as acknowledged",
      holds: found?.count === acknowledged.length,
    },
    { what: "no conversation's numbering has a hole", holds: holes?.count === 0 },
  ];
}
