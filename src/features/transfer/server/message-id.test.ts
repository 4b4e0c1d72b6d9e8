import { expect, test } from "vitest";
import { z } from "zod";
import { deterministicMessageId } from "./message-id";

test("is a UUIDv7 that carries the time", () => {
  const at = Date.parse("2011-05-04T03:02:01.987Z");
  const id = deterministicMessageId(at, ["a", "b"]);
  expect(z.uuidv7().parse(id)).toBe(id);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(at);
});

test("depends on every part of the identity and on where the parts end", () => {
  const ids = [["a", "b"], ["a", "c"], ["ab", ""], ["a", "b", ""], ['a","b']].map((identity) =>
    deterministicMessageId(0, identity),
  );
  expect(new Set(ids).size).toBe(5);
  expect(deterministicMessageId(0, ["a", "b"])).toBe(ids[0]);
});

test("stays what it was in earlier releases", () => {
  const id = deterministicMessageId(1_000_000_000_000, [
    "jsonl",
    "channel",
    "1",
    "2001-09-09T01:46:40.000Z",
    "me",
    "hi",
  ]);
  expect(id).toBe("00e8d4a5-1000-70bc-a016-3389abe99985");
});
