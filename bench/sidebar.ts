import postgres from "postgres";
import type { Benchmark } from "./harness/benchmark";
import type { Client } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { percentile, ratioOf, summarise } from "./harness/statistics";

const people = ["member10", "member100", "member1000"] as const;

/** From signing in to a list of conversations with unread counts and previews, by how many there are. */
export const sidebar: Benchmark = async ({ quick, say }) => {
  const size = quick ? { people: 6_000, messages: 20_000 } : { people: 100_000, messages: 1_000_000 };
  const product = await openDataset(size, say);
  const sql = postgres(product.environment.DATABASE_URL, { max: 1 });
  try {
    const clients = new Map<string, Client>();
    for (const person of people) clients.set(person, await product.as(person));
    const rounds = quick ? 1 : 5;
    const times: Record<string, number[]> = Object.fromEntries(people.map((person) => [person, []]));
    const lengths: Record<string, number> = {};
    const queries: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      for (const person of people) {
        const client = clients.get(person) as Client;
        const samples: number[] = [];
        const before = await countTransactions(sql);
        const repeats = 20;
        for (let i = 0; i < repeats; i++) {
          const began = performance.now();
          const { conversations } = await client.call<{ conversations: unknown[] }>("conversations.list", {
            limit: 1_000,
          });
          samples.push(performance.now() - began);
          lengths[person] = conversations.length;
        }
        queries[person] = ((await countTransactions(sql)) - before) / repeats;
        times[person]?.push(percentile(samples, 50));
      }
    }
    const of = (person: string) => times[person] as number[];
    return {
      work: `The whole list, ${people.map((person) => lengths[person]).join(", ")} conversations.`,
      measured: people.map((person) => ({
        name: `${lengths[person]} conversations`,
        unit: "ms",
        value: summarise(of(person)),
      })),
      ratios: [
        { name: "100 to 10", value: ratioOf(of("member100"), of("member10")), goal: "–" },
        { name: "1,000 to 10", value: ratioOf(of("member1000"), of("member10")), goal: "≤ 3" },
      ],
      checks: [
        ...people.map((person) => ({
          what: `${person} sees every conversation`,
          holds: lengths[person] === Number(person.slice("member".length)),
        })),
        {
          // The product's own chores run beside them.
          what: `no query for each conversation: 1,000 need about as many as 10 (${queries.member1000} and ${queries.member10} a list)`,
          holds: (queries.member1000 ?? 0) < (queries.member10 ?? 0) + 20,
        },
      ],
    };
  } finally {
    await sql.end();
    await product.stop();
  }
};

async function countTransactions(sql: ReturnType<typeof postgres>): Promise<number> {
  const [row] =
    await sql`select xact_commit::int as count from pg_stat_database where datname = current_database()`;
  return row?.count;
}
