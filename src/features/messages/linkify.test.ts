import fc from "fast-check";
import { expect, it } from "vitest";
import { linkify } from "./linkify";

const links = (text: string) => linkify(text).flatMap((part) => (part.kind === "link" ? [part.text] : []));

it.each([
  ["see https://example.org.", ["https://example.org"]],
  ["(http://example.org/a_(b))", ["http://example.org/a_(b)"]],
  ["https://example.org/?q=1&r=[2]#x!", ["https://example.org/?q=1&r=[2]#x"]],
  ["https://münchen.example/straße, then", ["https://münchen.example/straße"]],
  ["<https://example.org>", ["https://example.org"]],
  ["HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"]],
  ["a https://a.example b\nhttps://b.example", ["https://a.example", "https://b.example"]],
  ["访问 https://example.org。谢谢", ["https://example.org"]],
])("finds the addresses in %j", (text, found) => {
  expect(links(text)).toEqual(found);
});

it.each([
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "ftp://example.org",
  "https://",
  "xhttps://example.org",
  "example.org",
  "https:// example.org",
])("finds none in %j", (text) => {
  expect(links(text)).toEqual([]);
});

it("keeps every character, and links to http and https only", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("https://", "http://", "javascript:", "example.org", "/a(b)", ").", '"', "\n", " "),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      const parts = linkify(text);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const part of parts) if (part.kind === "link") expect(part.href).toMatch(/^https?:\/\/[^/]/);
    }),
  );
});
