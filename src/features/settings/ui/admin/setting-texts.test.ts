import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadMessages } from "@/i18n/messages";
import { locales } from "@/lib/locales";
import { settingsRegistry } from "../../registry";
import { choicePathOf, namePathOf } from "./setting-texts";

describe.each(locales)("in %s", async (locale) => {
  const messages = await loadMessages(locale);
  const textAt = (path: string | null) =>
    path?.split(".").reduce<unknown>((tree, key) => (tree as Record<string, unknown>)?.[key], messages);

  it.each([...Object.keys(settingsRegistry), "logo"])("%s has a name, and each choice has", (key) => {
    expect(textAt(namePathOf(key))).toMatch(/./);
    const { value } = settingsRegistry[key as keyof typeof settingsRegistry] ?? {};
    // A union's are no names but schemas.
    const options = value instanceof z.ZodEnum ? value.options : [];
    for (const option of options) expect(textAt(choicePathOf(key, option))).toMatch(/./);
  });
});

it("knows no name of a setting that does not exist", () => {
  expect(namePathOf("goneSetting")).toBeNull();
  expect(namePathOf("constructor")).toBeNull();
  expect(choicePathOf("toString", "x")).toBeNull();
});
