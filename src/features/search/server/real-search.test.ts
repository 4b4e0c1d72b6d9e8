import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { sinceQuery } from "@/features/messages/server/find-day";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { conversationMembers, conversations } from "@/server/db/schema/conversations";
import { accessPaths, wholeTables } from "@/testing/access-paths";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { runImport } from "@/testing/import-files";
import { groupsQuery, peopleQuery } from "./find-jump-targets";
import { rowsOf } from "./rows-of";

// The statements run as ever; they are kept, to be explained afterwards.
vi.mock("./rows-of", async (original) => ({
  rowsOf: vi.fn((await original<typeof import("./rows-of")>()).rowsOf),
}));

/** Not part of the repository: see `real-file.test.ts` beside the import. */
const path = join(resolve(process.env.OFFCHAT_TEST_DATA ?? "../shared/data"), "ubuntu-irc.jsonl.gz");
/** Far above what a search takes here, far below what reading everything would. */
const patienceMs = 1_500;

const queries = [
  "kernel panic",
  "the",
  '"sudo apt-get update"',
  "wireless -broadcom",
  "has:link xorg",
  "after:2008-01-01 before:2009-01-01 compiz",
  "zzyzxabsent",
  "ubunut",
];

test("nine years of a real channel are searched by indexes, newest and best first", async (context) => {
  if (!existsSync(path))
    context.skip(`${path} is not there: set OFFCHAT_TEST_DATA to the folder that holds it`);
  await runImport(path);
  await database().sql`analyze`;
  const [ada, stranger] = [await createUser(), await createUser()];
  const [group] = await database().db.select({ id: conversations.id }).from(conversations);
  const conversationId = group?.id ?? "";
  await database().db.insert(conversationMembers).values({ conversationId, userId: ada.id });

  for (const text of queries) await expectPlans(ada, text);
  for (const query of ["jdub", "ubotu", "ubuntu"]) {
    expect(wholeTables(await accessPaths(peopleQuery(query)))).toEqual([]);
    expect(wholeTables(await accessPaths(sinceQuery(conversationId, new Date("2008-06-01"))))).toEqual([]);
  }
  expect(await callAs(ada).search.jumpTargets({ query: "ubunto" })).toMatchObject({
    groups: [{ id: conversationId, joined: true }],
  });
  expect((await groupsQuery(stranger.id, "ubuntu")).every((found) => !found.joined)).toBe(true);

  const found = (query: string, more = {}) => timed(ada, query, more);
  expect((await found("zzyzxabsent")).hits).toEqual([]);
  expect((await found("ubunut")).hits.length).toBeGreaterThan(0);
  expect((await found("kernel panic")).hits.length).toBeGreaterThan(0);
  const phrase = await found('"sudo apt-get update"');
  expect(phrase.hits.length).toBeGreaterThan(0);
  const year = await found("after:2007-12-31 before:2009-01-01 compiz");
  expect(year.hits.every((hit) => hit.createdAt.startsWith("2008"))).toBe(true);
  const newest = await found("the", { order: "newest", limit: 50 });
  const times = newest.hits.map((hit) => hit.createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(newest.hits).toHaveLength(50);
  expect((await timed(stranger, "kernel panic")).hits).toEqual([]);
}, 240_000);

async function expectPlans(by: Actor, query: string) {
  vi.mocked(rowsOf).mockClear();
  for (const order of ["newest", "relevance"] as const) await callAs(by).search.messages({ query, order });
  const statements = vi.mocked(rowsOf).mock.calls.map(([statement]) => statement);
  expect(statements.length).toBeGreaterThanOrEqual(2);
  for (const statement of statements) {
    expect([query, wholeTables(await accessPaths(statement))]).toEqual([query, []]);
  }
}

/** A search that has to answer in time. */
async function timed(by: Actor, query: string, more = {}) {
  const start = performance.now();
  const answer = await callAs(by).search.messages({ query, order: "relevance", ...more });
  expect([query, performance.now() - start < patienceMs]).toEqual([query, true]);
  return answer;
}
