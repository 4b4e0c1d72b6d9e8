import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { importLines, runImport, sampleLines, toLines, writeSample } from "@/testing/import-files";
import { listImported } from "@/testing/imported-rows";
import { describeOutcome } from "./describe-import";
import { lineMaximum } from "./read-lines";

const good = (channel: string) => sampleLines(channel, 1)[0] as ReturnType<typeof sampleLines>[number];

test("leaves bad lines out, names them, and keeps the good ones", async () => {
  const line = good("mixed");
  const content = [
    JSON.stringify(line),
    "no JSON",
    "[1]",
    "",
    JSON.stringify({ ...line, id: "a", text: undefined }),
    JSON.stringify({ ...line, id: 7 }),
    JSON.stringify({ ...line, id: "b", at: "yesterday" }),
    JSON.stringify({ ...line, id: "c", at: "2023-02-30T10:00:00Z" }),
    JSON.stringify({ ...line, id: "d", at: "1969-12-31T23:59:59Z" }),
    JSON.stringify({ ...line, id: "e", at: "2999-01-01T00:00:00Z" }),
    JSON.stringify({ ...line, id: "f", text: " \0\n" }),
    JSON.stringify({ ...line, id: "g", text: "x".repeat(20_001) }),
    JSON.stringify({ ...line, id: "h", from: "\u200f" }),
    JSON.stringify({ ...line, id: line.id, text: "the id of line 1" }),
    JSON.stringify({ ...line, id: "last", text: "good" }),
  ].join("\n");
  const outcome = await runImport(writeSample(content));
  expect(outcome).toMatchObject({ lines: 15, messages: 2, refused: 12, problems: { count: 12, file: null } });
  expect(outcome.problems.first).toEqual([
    { line: 2, text: "not JSON" },
    { line: 3, text: "not a JSON object" },
    { line: 5, text: '"text" is missing or is not a text' },
    { line: 6, text: '"id" is missing or is not a text' },
    { line: 7, text: '"at" is not a time in ISO 8601 with "Z" or an offset' },
    { line: 8, text: '"at" is not a time in ISO 8601 with "Z" or an offset' },
    { line: 9, text: '"at" lies before 1970' },
    { line: 10, text: '"at" lies in the future' },
    { line: 11, text: '"text" is empty' },
    { line: 12, text: '"text" is longer than 20000 characters' },
    { line: 13, text: '"from" has no visible character' },
    { line: 14, text: 'line 1 has the same "id"' },
  ]);
  expect((await listImported("mixed")).map((row) => row.body)).toEqual([line.text, "good"]);
  expect(describeOutcome(outcome, 10).exitCode).toBe(0);
});

test("keeps a message whose reply link leads nowhere, and says so", async () => {
  const line = good("unlinked");
  const elsewhere = { ...line, id: "other channel", channel: "unlinked-2" };
  const outcome = await importLines([
    elsewhere,
    { ...line, id: "1", text: "to nobody", replyTo: "never seen" },
    { ...line, id: "2", text: "to itself", replyTo: "2" },
    { ...line, id: "3", text: "to a later line", replyTo: "4" },
    { ...line, id: "4", text: "to another channel", replyTo: "other channel" },
    { ...line, id: "5", text: "to line 5", replyTo: "4" },
  ]);
  expect(outcome).toMatchObject({ messages: 6, refused: 0, unlinked: 4 });
  expect(outcome.problems.first.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  expect((await listImported("unlinked")).map((row) => row.replyTo)).toEqual([
    null,
    null,
    null,
    null,
    "to another channel",
  ]);
});

test("stores what PostgreSQL can hold of a broken text", async () => {
  await importLines([{ ...good("broken"), text: "a\0b\ud800c", from: "half \ud83d" }]);
  expect((await listImported("broken"))[0]).toMatchObject({ body: "ab\ufffdc", nickname: "half \ufffd" });
});

test("skips a line without end, in constant memory, and reads on", async () => {
  const content = Buffer.concat([
    Buffer.from(`{"text":"`),
    Buffer.alloc(3 * lineMaximum, "x"),
    Buffer.from(`"}\n${JSON.stringify(good("after-huge"))}\n`),
  ]);
  const outcome = await runImport(writeSample(content));
  expect(outcome.problems.first).toEqual([{ line: 1, text: "longer than 1024 KiB" }]);
  expect(outcome.messages).toBe(1);
});

test("writes all problems to a file once they are many", async () => {
  const lines = [good("many"), ...Array.from({ length: 2_500 }, () => ({}))];
  const outcome = await importLines(lines);
  expect(outcome.problems.first).toHaveLength(50);
  expect(outcome.problems.count).toBe(2_500);
  const written = readFileSync(outcome.problems.file as string, "utf8")
    .trimEnd()
    .split("\n");
  expect(written).toHaveLength(2_500);
  expect(written.at(-1)).toMatch(/^line 2501: "id" is missing/);
  expect(describeOutcome(outcome, 10).text).toContain(`… and 2,450 more; all of them are listed in`);
});

test("keeps what stands before the damage of a file", async () => {
  const whole = gzipSync(toLines(sampleLines("cut-off", 3_000)));
  const outcome = await runImport(writeSample(whole.subarray(0, whole.length - 2_000)));
  expect(outcome.stopped).toMatchObject({ reason: "damage", text: expect.stringContaining("cut off") });
  const rows = await listImported("cut-off");
  expect(rows.length).toBe(outcome.messages);
  expect(rows.length).toBeGreaterThan(1_000);
  const { text, exitCode } = describeOutcome(outcome, 10);
  expect(exitCode).toBe(1);
  expect(text).toContain("its gzip data is cut off");
});

test("fails with one sentence where there is nothing to import", async () => {
  expect(describeOutcome(await runImport(writeSample("")), 10)).toEqual({
    text: "The file is empty: nothing was imported.",
    exitCode: 1,
  });
  const nonsense = describeOutcome(await runImport(writeSample("one\ntwo\n")), 10);
  expect(nonsense.exitCode).toBe(1);
  expect(nonsense.text).toContain("Nothing was imported: no line of the file holds a message.");
  await expect(runImport("/nowhere/file.jsonl")).rejects.toThrow("There is no file /nowhere/file.jsonl.");
  await expect(runImport("/tmp")).rejects.toThrow("/tmp is a folder: name the file in it.");
});
