import { describe, expect, it } from "vitest";
import { excerptOf } from "./excerpt";
import { parseQuery } from "./parse-query";
import { termParts } from "./text-query";

const nothing = { terms: [], from: [], in: [], before: null, after: null, hasLink: false, isPinned: false };
const term = (text: string, more = {}) => ({ text, exact: false, negated: false, ...more });

describe("parseQuery", () => {
  it.each([
    ["deploy server", { terms: [term("deploy"), term("server")] }],
    ['"blue green" -red', { terms: [term("blue green", { exact: true }), term("red", { negated: true })] }],
    ['-"two words"', { terms: [term("two words", { exact: true, negated: true })] }],
    ["from:@ada from:bo in:#general", { from: ["ada", "bo"], in: ["general"] }],
    ['in:"release train" has:link', { in: ["release train"], hasLink: true }],
    ["BEFORE:2024-05-01 after:2023-01-31", { before: "2024-05-01", after: "2023-01-31" }],
    ["is:pinned cake", { terms: [term("cake")], isPinned: true }],
    ["is:wrong", { terms: [term("is:wrong")] }],
    ["before:yesterday", { terms: [term("before:yesterday")] }],
    ["before:2024-13-45", { terms: [term("before:2024-13-45")] }],
    ["has:teeth", { terms: [term("has:teeth")] }],
    ["https://example.org/a:b", { terms: [term("https://example.org/a:b")] }],
    ['"never closed', { terms: [term("never closed", { exact: true })] }],
    ["   ", {}],
    ['""', {}],
  ])("%s", (query, expected) => {
    expect(parseQuery(query)).toEqual({ ...nothing, ...expected });
  });
});

describe("termParts", () => {
  it.each([
    ["deploy", [{ words: "'deploy':*" }]],
    ["to", [{ words: "'to'" }]],
    ["東京都", [{ lexemes: "'東京' <-> '京都'" }]],
    ["字", [{ lexemes: "'字':*" }]],
    ["GPU版", [{ lexemes: "'版':*" }, { words: "'GPU':*" }]],
    ["o'neil\\", [{ words: "'o neil ':*" }]],
    ["!!!", []],
  ])("%s", (text, expected) => {
    expect(termParts({ text, exact: false, negated: false })).toEqual(expected);
  });
});

describe("excerptOf", () => {
  const show = (body: string, query: string) =>
    excerptOf(body, parseQuery(query).terms)
      .map((p) => (p.hit ? `[${p.text}]` : p.text))
      .join("");

  it.each([
    ["The Café is open", "cafe", "The [Café] is open"],
    ["deployed the deploy", "deploy", "[deploy]ed the [deploy]"],
    ["redeploy", "deploy", "redeploy"],
    ["私は東京都に住む", "東京", "私は[東京]都に住む"],
    ["nothing here", "-nothing", "nothing here"],
    ["ﬁne print", "fine", "[ﬁne] print"],
    ["one two three", '"one two" two', "[one two] three"],
    ["हिन्दी में खोज", "खोज", "हिन्दी में [खोज]"],
    ["Το Πάσχα ήρθε", "πασχα", "Το [Πάσχα] ήρθε"],
  ])("%s / %s", (body, query, expected) => {
    expect(show(body, query)).toBe(expected);
  });

  it("cuts around the first hit of a long message", () => {
    const parts = excerptOf(`${"a ".repeat(300)}needle${" b".repeat(300)}`, parseQuery("needle").terms);
    expect(parts.map((p) => p.text).join("").length).toBeLessThan(240);
    expect(parts.some((p) => p.hit && p.text === "needle")).toBe(true);
    expect([parts[0]?.text, parts.at(-1)?.text]).toEqual(["…", "…"]);
  });
});
