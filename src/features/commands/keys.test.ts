import { describe, expect, it } from "vitest";
import { isCharacter, isPressed, type Pressed } from "./keys";
import { commandIds, commandOf } from "./registry";

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("isPressed", () => {
  it.each<[string, Pressed, boolean]>([
    ["Mod+K", press("k", { ctrlKey: true }), true],
    ["Mod+K", press("K", { ctrlKey: true }), true],
    ["Mod+K", press("k", { ctrlKey: true, shiftKey: true }), false],
    ["Mod+K", press("k", { metaKey: true }), false],
    ["Mod+K", press("k"), false],
    ["Mod+Shift+F", press("F", { ctrlKey: true, shiftKey: true }), true],
    // A Cyrillic layout, known by the place of the key; a French one by what it writes.
    ["Mod+K", press("л", { ctrlKey: true, code: "KeyK" }), true],
    ["Mod+K", press("q", { ctrlKey: true, code: "KeyK" }), false],
    ["Alt+ArrowUp", press("ArrowUp", { altKey: true }), true],
    ["Alt+ArrowUp", press("ArrowUp", { altKey: true, shiftKey: true }), false],
    // Some keyboards write these with Shift.
    ["Mod+/", press("/", { ctrlKey: true, shiftKey: true }), true],
    ["?", press("?", { shiftKey: true }), true],
    ["?", press("?", { ctrlKey: true, shiftKey: true }), false],
  ])("%s", (keys, event, expected) => {
    expect(isPressed(keys, event, false)).toBe(expected);
  });

  it("takes ⌘ in place of Ctrl on a Mac", () => {
    expect(isPressed("Mod+K", press("k", { metaKey: true }), true)).toBe(true);
    expect(isPressed("Mod+K", press("k", { ctrlKey: true }), true)).toBe(false);
  });
});

describe("the registry", () => {
  const all = commandIds.flatMap((id) => commandOf(id).keys ?? []);

  it("gives no keys to two commands", () => {
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all.map((keys) => keys.toLowerCase())).size).toBe(all.length);
  });

  it("knows which keys would be written", () => {
    expect(all.filter(isCharacter)).toEqual(["/", "?"]);
  });
});
