import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, oklch } from "@/testing/contrast";

const css = readFileSync(`${import.meta.dirname}/globals.css`, "utf8");

/** text on surface */
const texts: [string, string[]][] = [
  ["foreground", ["background", "card", "popover", "muted", "message-hover"]],
  [
    "muted-foreground",
    ["background", "card", "popover", "muted", "message-hover", "sidebar", "sidebar-accent"],
  ],
  ["sidebar-foreground", ["sidebar"]],
  ["sidebar-accent-foreground", ["sidebar-accent"]],
  ["accent-foreground", ["accent"]],
  ["secondary-foreground", ["secondary"]],
  ["primary-foreground", ["primary"]],
  ["primary", ["background", "card", "popover", "message-hover", "muted"]],
  ["destructive", ["background", "card", "popover", "message-hover"]],
  ["success", ["background", "card", "muted"]],
  ["warning", ["background", "card", "muted"]],
  ["success-foreground", ["success"]],
  ["warning-foreground", ["warning"]],
  ["unread-foreground", ["unread"]],
];

/** edges, marks and focus rings beside a surface */
const marks: [string, string[]][] = [
  ["input", ["background", "card", "popover"]],
  ["ring", ["background", "card", "popover", "sidebar", "sidebar-accent", "accent"]],
  ["unread", ["background", "sidebar"]],
  ["success", ["sidebar", "sidebar-accent"]],
  ["warning", ["sidebar", "sidebar-accent"]],
];

describe.each([
  ["light", ":root"],
  ["dark", "\\.dark"],
])("%s theme", (_, selector) => {
  const tokens = readTokens(selector);

  it.each(pairs(texts))("reads %s on %s", (text, surface) => {
    expect(contrast(tokens(text), tokens(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(marks))("shows %s beside %s", (mark, surface) => {
    expect(contrast(tokens(mark), tokens(surface))).toBeGreaterThanOrEqual(3);
  });

  it("reads initials on every person's colour", () => {
    const tint = (name: string, hue: number) => {
      const [lightness, chroma] = numbers(name, selector);
      return oklch(lightness as number, chroma as number, hue);
    };
    for (let hue = 0; hue < 360; hue += 5) {
      expect(contrast(tint("tint-ink", hue), tint("tint-surface", hue))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it("computes the contrasts that the guidelines name", () => {
  expect(contrast(oklch(1, 0, 0), oklch(0, 0, 0))).toBeCloseTo(21, 1);
  // #767676 on white, the lightest grey that passes: 4.54
  expect(contrast(oklch(1, 0, 0), oklch(0.5683, 0, 0))).toBeCloseTo(4.54, 1);
});

function pairs(table: [string, string[]][]): [string, string][] {
  return table.flatMap(([mark, surfaces]) => surfaces.map((surface): [string, string] => [mark, surface]));
}

function readTokens(selector: string) {
  return (name: string) => {
    const [lightness, chroma, hue] = numbers(name, selector);
    return oklch(lightness as number, chroma as number, hue as number);
  };
}

function numbers(name: string, selector: string): number[] {
  const block = css.match(new RegExp(`^ *${selector} \\{\\n([^}]*)\\}`, "m"))?.[1] ?? "";
  const value = block.match(new RegExp(`--${name}: (?:oklch\\()?([\\d. ]+)\\)?;`))?.[1];
  if (!value) throw new Error(`no --${name} in ${selector}`);
  return value.trim().split(" ").map(Number);
}
