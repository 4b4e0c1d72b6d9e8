import { at, randomNumbers, weightedIndexes, zipfWeights } from "./random";

export type LargeSize = { people: number; groups: number; directs: number; messages: number };

/** `--size large`: a company of 100,000 people with 10 million messages. */
export const largeSize: LargeSize = {
  people: 100_000,
  groups: 20_000,
  directs: 100_000,
  messages: 10_000_000,
};

/** The large company with other numbers of people and messages, and its conversations in proportion. */
export function scaledTo(people: number, messages: number): LargeSize {
  const share = people / largeSize.people;
  return {
    people,
    messages,
    groups: Math.ceil(largeSize.groups * share),
    directs: Math.ceil(largeSize.directs * share),
  };
}

/** People whom benchmarks sign in as, by user name, with how many conversations each is a member of. */
export const knownPeople = [
  { username: "member10", conversations: 10 },
  { username: "member24", conversations: 24 },
  { username: "member100", conversations: 100 },
  { username: "member1000", conversations: 1_000 },
] as const;

/** Who is in what, and how much is said where; everything else follows from it. */
export type LargePlan = LargeSize & {
  /** The members of each conversation, people as indexes; groups first, then directs. */
  members: number[][];
  /** How many messages each conversation gets. */
  counts: Int32Array;
};

/**
 * Draws the plan: group sizes and traffic follow Zipf's law (the largest group has a tenth of all people, the busiest
 * conversation some percent of all messages), directs have two people. The first people are the known ones.
 */
export function planLarge(size: LargeSize): LargePlan {
  const random = randomNumbers(1);
  const members = [
    ...Array.from({ length: size.groups }, (_, i) => drawGroup(size, i, random)),
    ...drawPairs(size, random),
  ];
  knownPeople.forEach(({ conversations }, person) => {
    joinUntil(members, size, person, Math.min(conversations, size.groups));
  });
  const counts = new Int32Array(members.length);
  const next = conversationDrawer(size);
  for (let i = 0; i < size.messages; i++) {
    const conversation = next();
    counts[conversation] = at(counts, conversation) + 1;
  }
  return { ...size, members, counts };
}

/** Which conversation each message belongs to, in the order of their times: the same order at every call. */
export function conversationDrawer({ groups, directs }: LargeSize): () => number {
  const weights = zipfWeights(groups + directs, 0.9);
  return weightedIndexes(weights, randomNumbers(2));
}

function drawGroup({ people }: LargeSize, rank: number, random: () => number): number[] {
  const size = Math.max(3, Math.floor(people / 10 / (rank + 1)));
  const drawn = new Set<number>();
  while (drawn.size < Math.min(size, people - knownPeople.length))
    drawn.add(knownPeople.length + Math.floor(random() * (people - knownPeople.length)));
  return [...drawn];
}

/** Each pair once: two people have one direct conversation. */
function drawPairs({ people, directs }: LargeSize, random: () => number): number[][] {
  const count = people - knownPeople.length;
  const drawn = new Map<number, number[]>();
  while (drawn.size < Math.min(directs, (count * (count - 1)) / 2)) {
    const first = Math.floor(random() * count);
    const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
    const pair = [Math.min(first, second), Math.max(first, second)] as const;
    drawn.set(pair[0] * count + pair[1], [knownPeople.length + pair[0], knownPeople.length + pair[1]]);
  }
  return [...drawn.values()];
}

/** Spreads a known person over groups of every rank, the busiest one included. */
function joinUntil(members: number[][], { groups }: LargeSize, person: number, wanted: number): void {
  for (let i = 0; i < wanted; i++) members[Math.floor((i * groups) / wanted)]?.push(person);
}
