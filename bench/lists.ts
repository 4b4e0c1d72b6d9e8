import postgres from "postgres";
import type { Benchmark } from "./harness/benchmark";
import { type Client, signIn } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { fillAudit } from "./harness/fill-audit";
import { administrator, type Product } from "./harness/product";
import { percentile, ratioOf, summarise } from "./harness/statistics";

type List = {
  name: string;
  path: string;
  /** Where the rows stand in the answer. */
  rows: string;
  input: object;
  /** How many pages lie before the one that is read. */
  skip?: number;
  /** What must be true of every row. */
  fits?: (row: Row) => boolean;
};
type Row = Record<string, unknown> & { id: string | number };
type Page = { rows: Row[]; nextCursor: unknown };

const pageSize = 50;
/** Pages that every instance answers before it is measured. */
const warmUp = 2_000;
const people = (name: string, input: object, more: Partial<List> = {}): List => ({
  name: `people, ${name}`,
  path: "admin.users.list",
  rows: "users",
  input: { limit: pageSize, ...input },
  ...more,
});
const audit = (name: string, filter: object, more: Partial<List> = {}): List => ({
  name: `audit, ${name}`,
  path: "admin.audit.list",
  rows: "entries",
  input: { limit: pageSize, filter },
  ...more,
});

function casesFor(deep: number): List[] {
  const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();
  return [
    people("first page", {}),
    people(`page ${deep}`, {}, { skip: deep - 1 }),
    people("by name", { sort: "name", direction: "ascending" }),
    people(`by name, page ${deep}`, { sort: "name", direction: "ascending" }, { skip: deep - 1 }),
    people("of a role", { role: "admin" }, { fits: (row) => row.role === "admin" }),
    people("of a status", { status: "active" }, { fits: (row) => row.status === "active" }),
    people("of a status that nobody has", { status: "banned" }, { fits: () => false }),
    people(
      "found by a text that one has",
      { query: "person777@" },
      { fits: (row) => JSON.stringify(row).includes("person777") },
    ),
    people(
      "found by a text that one of a hundred has",
      { query: "person77" },
      { fits: (row) => JSON.stringify(row).includes("person77") },
    ),
    people(
      "who have no second factor",
      { secondFactor: false },
      { fits: (row) => row.hasSecondFactor === false },
    ),
    people("who never came", { seen: "never" }, { fits: (row) => row.seenAt === null }),
    people("of a country where nobody is", { country: "IS" }, { fits: () => false }),
    people("that joined in a period", { joinedFrom: "2020-01-01", joinedTo: "2035-01-01" }),
    audit("first page", {}),
    audit(`page ${deep}`, {}, { skip: deep - 1 }),
    audit("of an action", { action: "user.approved" }, { fits: (row) => row.action === "user.approved" }),
    audit(
      "of a rare action",
      { action: "conversation.deleted" },
      { fits: (row) => row.action === "conversation.deleted" },
    ),
    audit(
      "of a category",
      { category: "conversation" },
      { fits: (row) => String(row.action).startsWith("conversation.") },
    ),
    audit("of a severity", { severity: "critical" }),
    audit("of a person", { actor: "person7" }),
    audit("of a period", { from: monthAgo }),
    audit("of an address", { ip: "10.1.33.5" }),
    audit("of a network", { ip: "10.9.33.0/28" }),
    audit("with words", { query: "word77" }),
    audit("with words that are nowhere", { query: "zzyzxabsent" }, { fits: () => false }),
  ];
}

/** The console's lists at 100,000 people and 1,000,000 audit entries against the same at 1,000. */
export const lists: Benchmark = async ({ quick, say }) => {
  const sizes = quick
    ? [
        { people: 1_000, messages: 2_000, entries: 500 },
        { people: 1_000, messages: 20_000, entries: 2_000 },
      ]
    : [
        { people: 1_000, messages: 20_000, entries: 1_000 },
        { people: 100_000, messages: 1_000_000, entries: 1_000_000 },
      ];
  const opened: { product: Product; admin: Client; depth: number }[] = [];
  try {
    for (const { entries, ...size } of sizes) {
      const product = await openDataset(size, say);
      const sql = postgres(product.environment.DATABASE_URL, { max: 1 });
      await fillAudit(sql, entries, say);
      await sql.end();
      const admin = await signIn(product.url, administrator.login, administrator.password);
      opened.push({ product, admin, depth: Math.min(1_000, Math.floor(size.people / pageSize)) });
    }
    const wrong: string[] = [];
    const times = new Map<string, number[][]>();
    const pages = await Promise.all(
      opened.map(({ admin, depth }) => Promise.all(casesFor(depth).map((list) => seek(admin, list, wrong)))),
    );
    const names = casesFor(opened.at(-1)?.depth ?? 1).map(({ name }) => name);
    // Whoever had to page further has run its code more often, and so faster: all have run it as often before it counts.
    for (const { admin, depth } of opened) {
      const list = casesFor(depth)[0] as List;
      for (let i = 0; i < (quick ? 2 : warmUp); i++) await readPage(admin, list, undefined);
    }
    let read = 0;
    for (let round = 0; round < (quick ? 1 : 5); round++) {
      for (const [index, name] of names.entries()) {
        for (const [size, { admin, depth }] of opened.entries()) {
          const list = casesFor(depth)[index] as List;
          const samples: number[] = [];
          for (let i = 0; i < (quick ? 2 : 20); i++) {
            const began = performance.now();
            const page = await readPage(admin, list, pages[size]?.[index]);
            samples.push(performance.now() - began);
            read++;
            const odd = list.fits && page.rows.find((row) => !list.fits?.(row));
            if (odd) wrong.push(`${name} holds ${JSON.stringify(odd).slice(0, 120)}`);
          }
          const held = times.get(name) ?? opened.map(() => []);
          held[size]?.push(percentile(samples, 95));
          times.set(name, held);
        }
      }
    }
    const [small, large] = sizes as [(typeof sizes)[0], (typeof sizes)[0]];
    const sizeName = ({ people, entries }: typeof small) =>
      `${people.toLocaleString("en")} people, ${entries.toLocaleString("en")} entries`;
    return {
      work: `${read} pages of ${pageSize}, and every page up to the deep ones: ${sizeName(small)} against ${sizeName(large)}.`,
      measured: [...times].flatMap(([name, [at, far]]) => [
        { name: `${name}, small, p95`, unit: "ms" as const, value: summarise(at as number[]) },
        { name: `${name}, large, p95`, unit: "ms" as const, value: summarise(far as number[]) },
      ]),
      ratios: [...times].map(([name, [at, far]]) => ({
        name,
        value: ratioOf(far as number[], at as number[]),
        goal: "≤ 1.5",
      })),
      checks: [
        { what: "pages were read", holds: read > 0 },
        {
          what: `every row belongs where it stood, once${wrong[0] ? `: ${wrong[0]}` : ""}`,
          holds: wrong.length === 0,
        },
      ],
    };
  } finally {
    for (const { product } of opened) await product.stop();
  }
};

/** Pages through to the one that is measured, and looks whether a row comes twice. Returns its cursor. */
async function seek(admin: Client, list: List, wrong: string[]): Promise<unknown> {
  const seen = new Set<string | number>();
  let cursor: unknown;
  for (let page = 0; page < (list.skip ?? 0); page++) {
    const { rows, nextCursor } = await readPage(admin, list, cursor);
    for (const { id } of rows) {
      if (seen.has(id)) wrong.push(`${list.name}: ${id} stands on two pages`);
      seen.add(id);
    }
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return cursor;
}

async function readPage(admin: Client, { path, rows, input }: List, cursor: unknown): Promise<Page> {
  const answer = await admin.call<Record<string, unknown>>(path, { ...input, cursor: cursor ?? null });
  return { rows: answer[rows] as Row[], nextCursor: answer.nextCursor };
}
