import type { Benchmark } from "./harness/benchmark";
import type { Client } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { percentile, ratioOf, summarise } from "./harness/statistics";
import { watchReads } from "./harness/table-reads";

const people = ["member10", "member100", "member1000"] as const;

/** From signing in to a list of conversations with unread counts and previews, by how many there are. */
export const sidebar: Benchmark = async ({ quick, say }) => {
  const size = quick ? { people: 6_000, messages: 20_000 } : { people: 100_000, messages: 1_000_000 };
  const product = await openDataset(size, say);
  try {
    const clients = new Map<string, Client>();
    for (const person of people) clients.set(person, await product.as(person));
    const reads = quick ? null : await watchReads(product.environment.DATABASE_URL, "messages");
    const rounds = quick ? 1 : 5;
    const times: Record<string, number[]> = Object.fromEntries(people.map((person) => [person, []]));
    const lengths: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      for (const person of people) {
        const client = clients.get(person) as Client;
        const samples: number[] = [];
        for (let i = 0; i < (quick ? 2 : 20); i++) {
          const began = performance.now();
          const { conversations } = await client.call<{ conversations: unknown[] }>("conversations.list", {
            limit: 1_000,
          });
          samples.push(performance.now() - began);
          lengths[person] = conversations.length;
        }
        times[person]?.push(percentile(samples, 50));
      }
    }
    const asked = rounds * 20;
    const read = await reads?.finish(asked, 10 + 100 + 1_000);
    const of = (person: string) => times[person] as number[];
    return {
      work: `The whole list, ${people.map((person) => lengths[person]).join(", ")} conversations.`,
      measured: [
        ...people.map((person) => ({
          name: `${lengths[person]} conversations`,
          unit: "ms" as const,
          value: summarise(of(person)),
        })),
        ...(read?.measured ?? []),
      ],
      ratios: [
        { name: "100 to 10", value: ratioOf(of("member100"), of("member10")), goal: "–" },
        { name: "1,000 to 10", value: ratioOf(of("member1000"), of("member10")), goal: "≤ 3" },
      ],
      checks: [
        ...people.map((person) => ({
          what: `${person} sees every conversation`,
          holds: lengths[person] === Number(person.slice("member".length)),
        })),
        ...(read?.checks ?? []),
      ],
    };
  } finally {
    await product.stop();
  }
};
