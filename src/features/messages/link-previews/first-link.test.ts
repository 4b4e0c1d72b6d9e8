import { expect, it } from "vitest";
import { firstLink } from "./first-link";

it.each([
  ["see https://example.org/a, and http://example.org/b", "https://example.org/a"],
  ["[docs](https://example.org/x)", "https://example.org/x"],
  ["`https://example.org`", null],
  ["```\nhttps://example.org\n```", null],
  ["nothing, javascript:alert(1)", null],
])("firstLink finds in %j %j", (body, link) => {
  expect(firstLink(body)).toBe(link);
});
