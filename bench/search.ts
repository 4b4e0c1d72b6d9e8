import type { Benchmark } from "./harness/benchmark";
import type { Client } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { percentile, ratioOf, summarise } from "./harness/statistics";
import { watchReads } from "./harness/table-reads";

type Found = { hits: { excerpt: { text: string; hit: boolean }[] }[] };

/** What people search for, and what must be in the excerpt of every message found. */
const queries: { name: string; query: string; contains: string | null }[] = [
  { name: "absent", query: "zzyzxabsent", contains: null },
  { name: "rare", query: "rareword", contains: "rareword" },
  { name: "medium", query: "mediumword", contains: "mediumword" },
  { name: "common", query: "commonword", contains: "commonword" },
  { name: "two words", query: "commonword mediumword", contains: "mediumword" },
  { name: "has:link", query: "commonword has:link", contains: "commonword" },
  { name: "after:", query: "commonword after:2024-01-01", contains: "commonword" },
  { name: "without spaces", query: "会議", contains: "会議" },
];

/** How many messages a search may look at, in the mean of all queries: relevance is found among so many. */
const mostRows = 5_000;

/** Searching as a member of 24 and of 1,000 conversations, against reading one message by its place. */
export const search: Benchmark = async ({ quick, say }) => {
  const size = quick ? { people: 6_000, messages: 20_000 } : { people: 100_000, messages: 10_000_000 };
  const product = await openDataset(size, say);
  try {
    const people = ["member24", "member1000"] as const;
    const clients = { member24: await product.as("member24"), member1000: await product.as("member1000") };
    const lookUp = await prepareLookUp(clients.member24);
    const reads = quick ? null : await watchReads(product.environment.DATABASE_URL, "messages");
    const wrong: string[] = [];
    let found = 0;
    let asked = 0;
    const looked: number[] = [];
    const times = new Map<string, number[]>();
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      looked.push(await p95(quick ? 5 : 100, lookUp));
      for (const person of people) {
        for (const { name, query, contains } of queries) {
          const value = await p95(quick ? 2 : 20, async () => {
            const { hits } = await clients[person].call<Found>("search.messages", { query });
            found += hits.length;
            asked++;
            const texts = hits.map(({ excerpt }) => excerpt.map(({ text }) => text).join(""));
            const odd = texts.find((text) => contains === null || !text.includes(contains));
            if (odd !== undefined) wrong.push(`${query} found ${odd.slice(0, 60)}`);
          });
          const key = `${name}, ${person.slice("member".length)} conversations`;
          times.set(key, [...(times.get(key) ?? []), value]);
        }
      }
    }
    const read = await reads?.finish(asked, mostRows);
    return {
      work: `${queries.length} queries by two people among ${size.messages.toLocaleString("en")} messages; ${found} hits read.`,
      measured: [
        { name: "look-up", unit: "ms", value: summarise(looked) },
        ...[...times].map(([name, values]) => ({ name, unit: "ms" as const, value: summarise(values) })),
        ...(read?.measured ?? []),
      ],
      ratios: [...times].map(([name, values]) => ({ name, value: ratioOf(values, looked), goal: "≤ 5" })),
      checks: [
        { what: "searches found messages", holds: found > 0 },
        ...(read?.checks ?? []),
        { what: `every hit is one${wrong[0] ? `: ${wrong[0]}` : ""}`, holds: wrong.length === 0 },
      ],
    };
  } finally {
    await product.stop();
  }
};

/** Reads one message by its primary way: conversation and number. */
async function prepareLookUp(client: Client): Promise<() => Promise<unknown>> {
  type Listed = { conversations: { id: string; lastSeq: number }[] };
  const { conversations } = await client.call<Listed>("conversations.list", { limit: 24 });
  const places = conversations.filter(({ lastSeq }) => lastSeq > 1);
  let turn = 0;
  return () => {
    const { id, lastSeq } = places[turn++ % places.length] as (typeof places)[number];
    return client.call("messages.list", { conversationId: id, before: Math.ceil(lastSeq / 2) + 1, limit: 1 });
  };
}

async function p95(times: number, work: () => Promise<unknown>): Promise<number> {
  const samples: number[] = [];
  for (let i = 0; i < times; i++) {
    const began = performance.now();
    await work();
    samples.push(performance.now() - began);
  }
  return percentile(samples, 95);
}
