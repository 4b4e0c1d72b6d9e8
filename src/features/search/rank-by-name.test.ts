import { expect, it } from "vitest";
import { rankByName } from "./rank-by-name";

const names = [
  "Design team",
  "Ada Lovelace",
  "Release train",
  "José Núñez",
  "Data science",
  "Екатерина Смирнова",
  "東京オフィス",
  "The design of everyday things",
];
const rank = (query: string) => rankByName(names, query, (name) => name);

it.each([
  ["", names],
  ["design", ["Design team", "The design of everyday things"]],
  ["team des", ["Design team"]],
  ["jose", ["José Núñez"]],
  ["NUÑEZ", ["José Núñez"]],
  ["смир", ["Екатерина Смирнова"]],
  ["オフィス", ["東京オフィス"]],
  ["rt", ["Release train"]],
  ["adalove", ["Ada Lovelace"]],
  ["desgin", ["Design team", "The design of everyday things"]],
  ["lovelcae", ["Ada Lovelace"]],
  ["ctain", []],
  ["xyz", []],
])("“%s”", (query, expected) => {
  expect(rank(query)).toEqual(expected);
});
