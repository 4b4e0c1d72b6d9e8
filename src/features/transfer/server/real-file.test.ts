import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { database } from "@/server/db/client";
import { runImport } from "@/testing/import-files";
import { countRows, listImported } from "@/testing/imported-rows";

/** Not part of the repository: 196,127 lines of a public IRC channel, the file that OFFCHAT_TEST_DATA's folder holds. */
const path = join(resolve(process.env.OFFCHAT_TEST_DATA ?? "../shared/data"), "ubuntu-irc.jsonl.gz");

test("a real channel of nine years comes over whole, and twice changes nothing", async (context) => {
  if (!existsSync(path))
    context.skip(`${path} is not there: set OFFCHAT_TEST_DATA to the folder that holds it`);
  const first = await runImport(path);
  // Four lines hold nothing but blanks.
  expect(first).toMatchObject({
    lines: 196_127,
    messages: 196_123,
    refused: 4,
    conversations: 1,
    unlinked: 0,
  });
  expect(first.people).toBe(15_729);
  const [row] = await database().sql`
    select count(*)::int as messages, count(reply_to_id)::int as replies, count(distinct author_id)::int as people,
      min(seq)::int as first, max(seq)::int as last, max(revision)::int as revision from messages`;
  expect(row).toEqual({
    messages: 196_123,
    replies: row?.replies,
    people: 15_729,
    first: 1,
    last: 196_123,
    revision: 196_123,
  });
  expect(row?.replies).toBeGreaterThan(50_000);

  const before = await countRows();
  expect(await runImport(path)).toMatchObject({ messages: 0, known: 196_123, people: 0 });
  expect(await countRows()).toEqual(before);
  expect((await listImported("ubuntu"))[0]?.at).toBe("2004-12-25T09:14:00.000Z");
}, 180_000);
