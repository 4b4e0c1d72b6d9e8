import {
  conversationListInput,
  conversationListMaximum,
} from "@/features/conversations/conversation-list-input";
import type { Benchmark } from "./harness/benchmark";
import type { Client } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { percentile, ratioOf, summarise } from "./harness/statistics";
import { watchReads } from "./harness/table-reads";

const people = ["member10", "member100", "member1000"] as const;
type Page = { conversations: { id: string }[]; nextCursor: unknown };

/**
 * A list of conversations with unread counts and previews, by how many there are: until it can be used, which is the
 * first page that the screen asks for, and until all of it is there, as the screen goes on to ask.
 */
export const sidebar: Benchmark = async ({ quick, say }) => {
  const size = quick ? { people: 6_000, messages: 20_000 } : { people: 100_000, messages: 1_000_000 };
  const product = await openDataset(size, say);
  try {
    const clients = new Map<string, Client>();
    for (const person of people) clients.set(person, await product.as(person));
    const reads = quick ? null : await watchReads(product.environment.DATABASE_URL, "messages");
    const rounds = quick ? 1 : 5;
    const turns = quick ? 2 : 20;
    const none = (): Record<string, number[]> => Object.fromEntries(people.map((person) => [person, []]));
    const usable = none();
    const whole = none();
    const lengths: Record<string, number> = {};
    for (let round = 0; round < rounds; round++) {
      for (const person of people) {
        const client = clients.get(person) as Client;
        const [untilUsable, untilWhole]: [number[], number[]] = [[], []];
        for (let i = 0; i < turns; i++) {
          const began = performance.now();
          const first = await client.call<Page>("conversations.list", conversationListInput);
          untilUsable.push(performance.now() - began);
          const limit = conversationListMaximum - conversationListInput.limit;
          const rest = first.nextCursor
            ? await client.call<Page>("conversations.list", { cursor: first.nextCursor, limit })
            : null;
          untilWhole.push(performance.now() - began);
          const shown = [...first.conversations, ...(rest?.conversations ?? [])];
          lengths[person] = new Set(shown.map(({ id }) => id)).size;
        }
        usable[person]?.push(percentile(untilUsable, 50));
        whole[person]?.push(percentile(untilWhole, 50));
      }
    }
    const asked = rounds * turns;
    const read = await reads?.finish(asked, 10 + 100 + 1_000 + 2);
    const rows = (name: string, times: Record<string, number[]>) =>
      people.map((person) => ({
        name: `${lengths[person]} conversations, ${name}`,
        unit: "ms" as const,
        value: summarise(times[person] as number[]),
      }));
    const toTen = (name: string, times: Record<string, number[]>, person: string, goal: string) => ({
      name,
      value: ratioOf(times[person] as number[], times.member10 as number[]),
      goal,
    });
    return {
      work: `Lists of ${people.map((person) => lengths[person]).join(", ")} conversations.`,
      measured: [
        ...rows("until it can be used", usable),
        ...rows("until all is there", whole),
        ...(read?.measured ?? []),
      ],
      ratios: [
        toTen("100 to 10, until it can be used", usable, "member100", "–"),
        toTen("1,000 to 10, until it can be used", usable, "member1000", "≤ 3"),
        toTen("1,000 to 10, until all is there", whole, "member1000", "–"),
      ],
      checks: [
        ...people.map((person) => ({
          what: `${person} sees every conversation, once`,
          holds: lengths[person] === Number(person.slice("member".length)),
        })),
        ...(read?.checks ?? []),
      ],
    };
  } finally {
    await product.stop();
  }
};
