import { expect, it } from "vitest";
import { initials } from "./initials";

it.each([
  ["Ada Lovelace", "AL"],
  ["Ana María de la Cruz", "AC"],
  ["plato", "P"],
  ["grace.hopper", "GH"],
  ["(Bob) Dylan", "BD"],
  ["山田太郎", "山"],
  ["محمد علي", "مع"],
  ["Дмитрий Шостакович", "ДШ"],
  ["क्षितिज मोहन", "क्षिमो"],
  ["e\u0301lodie", "E\u0301"],
  ["👩🏽‍🚀 Sally", "👩🏽‍🚀S"],
  ["   ", "?"],
  ["---", "?"],
])("%s gives %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
