import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { errorCodes } from "@/lib/error-codes";
import { defaultLocale, locales } from "@/lib/locales";
import { loadMessages, namespaces } from "./messages";

const source = flatten(await loadMessages(defaultLocale));

it("has a folder for every language and a catalogue for every namespace", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  expect(folders.map((one) => one.name).sort()).toEqual([...locales].sort());
  for (const locale of locales) {
    expect(readdirSync(`${import.meta.dirname}/${locale}`).sort()).toEqual(
      namespaces.map((namespace) => `${namespace}.json`).sort(),
    );
  }
});

it("has a text for every refusal, and none besides", async () => {
  expect(Object.keys((await loadMessages(defaultLocale)).errors).sort()).toEqual([...errorCodes].sort());
});

describe.each(locales.filter((locale) => locale !== defaultLocale))("%s", async (locale) => {
  const translated = flatten(await loadMessages(locale));

  it("has the same keys as English", () => {
    expect([...translated.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it("uses the same placeholders and tags as English", () => {
    for (const [key, text] of source) {
      expect([key, ...slots(translated.get(key) ?? "")]).toEqual([key, ...slots(text)]);
    }
  });

  it("leaves no text empty", () => {
    expect([...translated].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});

it("finds the placeholders of nested plurals and not their branches", () => {
  expect(slots("{count, plural, one {message} other {{name} and <b>#</b> more}}")).toEqual([
    "<b>",
    "count",
    "name",
  ]);
});

function flatten(tree: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** ICU's braces alternate: text, then argument, then (in plurals and selects) text again. */
function slots(text: string): string[] {
  const found = new Set(text.match(/<\w+>/g));
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "{") {
      if (depth % 2 === 0)
        found.add(
          [...text]
            .slice(index + 1)
            .join("")
            .match(/^\s*(\w+)/)?.[1] ?? "",
        );
      depth += 1;
    } else if (character === "}") depth -= 1;
  }
  return [...found].sort();
}
