import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { importLines, runImport, sampleLines, toLines, writeSample } from "@/testing/import-files";
import { countRows, listImported } from "@/testing/imported-rows";

test("keeps order, times, authors and reply links, over several batches", async () => {
  const lines = sampleLines("harbour", 4_500);
  const outcome = await importLines(lines);
  expect(outcome).toMatchObject({ lines: 4_500, messages: 4_500, known: 0, people: 7, conversations: 1 });
  expect(outcome).toMatchObject({ refused: 0, unlinked: 0, stopped: null });

  const bodies = new Map(lines.map(({ id, text }) => [id, text]));
  const rows = await listImported("harbour");
  expect(rows.map(({ id, ...row }) => row)).toEqual(
    lines.map((line, i) => ({
      seq: i + 1,
      revision: i + 1,
      body: line.text,
      nickname: line.from,
      at: line.at,
      replyTo: line.replyTo ? bodies.get(line.replyTo) : null,
    })),
  );
});

test("adds nothing when the same file comes again", async () => {
  const path = writeSample(toLines(sampleLines("again", 2_500)));
  await runImport(path);
  const before = await countRows();
  const outcome = await runImport(path);
  expect(outcome).toMatchObject({ messages: 0, known: 2_500, people: 0, conversations: 0 });
  expect(await countRows()).toEqual(before);
});

test("goes on where an import was stopped", async () => {
  const path = writeSample(toLines(sampleLines("stopped", 6_500)));
  const abort = new AbortController();
  const first = await runImport(path, { signal: abort.signal, onProgress: () => abort.abort() });
  expect(first).toMatchObject({ messages: 2_000, stopped: { reason: "signal" } });
  const second = await runImport(path);
  expect(second).toMatchObject({ messages: 4_500, known: 2_000, stopped: null, unlinked: 0 });
  const rows = await listImported("stopped");
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 6_500 }, (_, i) => i + 1));
  expect(rows[6_497]).toMatchObject({ body: "message 6497", replyTo: "message 3248" });
});

test("appends another file of the same channel, though its ids are the same", async () => {
  await importLines(sampleLines("twofold", 3));
  const other = sampleLines("twofold", 3).map((line) => ({ ...line, text: `other ${line.text}` }));
  expect(await importLines(other)).toMatchObject({ messages: 3, known: 0, people: 0, conversations: 0 });
  expect((await listImported("twofold")).map(({ seq, body, replyTo }) => [seq, body, replyTo])).toEqual([
    [1, "message 0", null],
    [2, "message 1", null],
    [3, "message 2", "message 1"],
    [4, "other message 0", null],
    [5, "other message 1", null],
    [6, "other message 2", "other message 1"],
  ]);
});

test("recognises a grown file's old lines", async () => {
  await importLines(sampleLines("growing", 3));
  const outcome = await importLines(sampleLines("growing", 5));
  expect(outcome).toMatchObject({ messages: 2, known: 3 });
  expect((await listImported("growing")).map((row) => row.body)).toEqual(
    [0, 1, 2, 3, 4].map((i) => `message ${i}`),
  );
});

test("keeps the same nickname of different sources apart", async () => {
  const lines = sampleLines("shared", 2, 1);
  await importLines(lines, { source: "first-network" });
  const outcome = await importLines(lines, { source: "second-network" });
  expect(outcome).toMatchObject({ messages: 2, people: 1, conversations: 1 });
  expect(await listImported("shared", "second-network")).toHaveLength(2);
});

test("reads gzip, CRLF and a byte order mark", async () => {
  const text = toLines(sampleLines("packed", 5)).replaceAll("\n", "\r\n");
  expect(await runImport(writeSample(gzipSync(`\ufeff${text}`)))).toMatchObject({ messages: 5, refused: 0 });
  expect((await listImported("packed"))[4]).toMatchObject({ body: "message 4" });
  expect(await runImport(writeSample(`\ufeff${text}`))).toMatchObject({ messages: 0, known: 5 });
});

test("interleaves channels, each with its own order", async () => {
  const [left, right] = [sampleLines("left", 4), sampleLines("right", 4)];
  const mixed = left.flatMap((line, i) => [right[i], line]);
  expect(await importLines(mixed)).toMatchObject({ messages: 8, conversations: 2, unlinked: 0 });
  for (const channel of ["left", "right"]) {
    expect((await listImported(channel)).map((row) => row.seq)).toEqual([1, 2, 3, 4]);
  }
});

test("keeps texts as they are", async () => {
  const texts = [
    "<b>bold</b> & \u0003red",
    "  two\n\tlines  ",
    "שלום עולם",
    "日本語 🦉",
    "'; drop table users; --",
    "\\N",
  ];
  await importLines(sampleLines("texts", texts.length).map((line, i) => ({ ...line, text: texts[i] })));
  expect((await listImported("texts")).map((row) => row.body)).toEqual(texts);
});

test("refuses a second import while one is running", async () => {
  const path = writeSample(toLines(sampleLines("busy", 2_100)));
  let second: Promise<unknown> | undefined;
  await runImport(path, {
    onProgress: () => {
      second = runImport(path).catch((error: Error) => error.message);
    },
  });
  expect(await second).toMatch("Another import into this database is running");
});
