import type { Benchmark } from "./harness/benchmark";
import type { Client } from "./harness/client";
import { type OpenedDataset, openDataset } from "./harness/dataset";
import { percentile, ratioOf, summarise } from "./harness/statistics";
import { watchReads } from "./harness/table-reads";

type Page = { messages: { seq: number }[]; hasOlder: boolean };
type Reader = { product: OpenedDataset; client: Client; conversationId: string; lastSeq: number };

/**
 * Opening the busiest conversation, reading back in it to the first message, and jumping into its middle, on instances
 * of three sizes that take turns.
 */
export const history: Benchmark = async ({ quick, say }) => {
  const people = quick ? 1_000 : 100_000;
  const sizes = quick ? [2_000, 20_000] : [10_000, 1_000_000, 10_000_000];
  const readers: Reader[] = [];
  try {
    for (const messages of sizes) {
      const product = await openDataset({ people, messages }, say);
      readers.push(await openBusiest(product));
    }
    const largest = (readers.at(-1) as Reader).product;
    const reads = quick ? null : await watchReads(largest.environment.DATABASE_URL, "messages");
    const wrong: string[] = [];
    let pages = 0;
    const times = sizes.map((): number[] => []);
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      for (const [index, reader] of readers.entries()) {
        const samples: number[] = [];
        for (const range of rangesOf(reader.lastSeq, quick ? 10 : 60)) {
          const began = performance.now();
          const page = await reader.client.call<Page>("messages.list", {
            conversationId: reader.conversationId,
            ...range,
          });
          samples.push(performance.now() - began);
          pages++;
          const problem = problemOf(page, range, reader.lastSeq);
          if (problem) wrong.push(problem);
        }
        times[index]?.push(percentile(samples, 95));
      }
    }
    const smallest = times[0] as number[];
    const read = await reads?.finish(pages / sizes.length, 3 * 50);
    return {
      work: `${pages} pages of 50, at every depth of conversations of ${readers
        .map(({ lastSeq }) => lastSeq.toLocaleString("en"))
        .join(", ")} messages.`,
      measured: [
        ...sizes.map((size, i) => ({
          name: `p95, instance of ${size.toLocaleString("en")} messages`,
          unit: "ms" as const,
          value: summarise(times[i] as number[]),
        })),
        ...(read?.measured ?? []),
      ],
      ratios: sizes.slice(1).map((size, i) => ({
        name: `p95, ${size.toLocaleString("en")} to ${(sizes[0] as number).toLocaleString("en")}`,
        value: ratioOf(times[i + 1] as number[], smallest),
        goal: i === sizes.length - 2 ? "≤ 1.5" : "–",
      })),
      checks: [
        { what: "pages were read", holds: pages > 0 },
        ...(read?.checks ?? []),
        {
          what: `every page holds the messages asked for, in order${wrong[0] ? `: ${wrong[0]}` : ""}`,
          holds: wrong.length === 0,
        },
      ],
    };
  } finally {
    for (const { product } of readers) await product.stop();
  }
};

async function openBusiest(product: OpenedDataset): Promise<Reader> {
  const client = await product.as("member24");
  type Listed = { conversations: { id: string; lastSeq: number }[] };
  const { conversations } = await client.call<Listed>("conversations.list", { limit: 100 });
  const busiest = conversations.reduce((most, each) => (each.lastSeq > most.lastSeq ? each : most));
  return { product, client, conversationId: busiest.id, lastSeq: busiest.lastSeq };
}

type Range = { before?: number; around?: number };

/** The newest page, pages back to the first message evenly over the whole depth, and as many jumps. */
function rangesOf(lastSeq: number, count: number): Range[] {
  const depths = Array.from({ length: count }, (_, i) =>
    Math.max(2, Math.ceil((lastSeq * (count - i)) / count)),
  );
  return [{}, ...depths.map((before) => ({ before })), ...depths.map((around) => ({ around }))];
}

function problemOf({ messages }: Page, { before, around }: Range, lastSeq: number): string | null {
  const seqs = messages.map(({ seq }) => seq);
  const newest = before === undefined && around === undefined;
  const expected = newest ? lastSeq : before !== undefined ? before - 1 : around;
  const there = around === undefined ? seqs.at(-1) === expected : seqs.includes(around);
  if (!there) return `${JSON.stringify({ before, around })} gave ${seqs[0]} … ${seqs.at(-1)}`;
  const inOrder = seqs.every((seq, i) => i === 0 || seq === (seqs[i - 1] as number) + 1);
  return inOrder ? null : `a hole in ${seqs.join(" ")}`;
}
