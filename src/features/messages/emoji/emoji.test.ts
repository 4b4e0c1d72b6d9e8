import { describe, expect, it } from "vitest";
import { loadEmojis, searchEmojis } from "./emoji-catalogue";
import { isEmoji } from "./is-emoji";
import { replaceShortcodes } from "./replace-shortcodes";

const texts = (found: { text: string }[]) => found.map((e) => e.text);

describe("the emoji catalogue", () => {
  it("offers only what can be sent, in both languages", async () => {
    const [en, de] = await Promise.all([loadEmojis("en"), loadEmojis("de")]);
    expect(en.length).toBeGreaterThan(1_500);
    expect(texts(de)).toEqual(texts(en));
    expect(en.every((e) => isEmoji(e.text))).toBe(true);
    expect(en[0]).toMatchObject({ text: "😀", label: "grinning face", group: 0 });
  });

  it("finds by name, tag and shortcode, whole names first", async () => {
    const [en, de] = await Promise.all([loadEmojis("en"), loadEmojis("de")]);
    expect(texts(searchEmojis(en, "tada", 1))).toEqual(["🎉"]);
    expect(texts(searchEmojis(en, ":+1:", 1))).toEqual(["👍"]);
    expect(texts(searchEmojis(de, "herz rot", 5))).toContain("❤️");
    expect(searchEmojis(en, "zzzz", 5)).toEqual([]);
    expect(searchEmojis(en, "face", 5)).toHaveLength(5);
  });

  it("replaces known shortcodes outside of code", async () => {
    const en = await loadEmojis("en");
    expect(replaceShortcodes("done :tada::tada: at 10:30:00 :nosuch: `:tada:` `a:tada:", en)).toBe(
      "done 🎉🎉 at 10:30:00 :nosuch: `:tada:` `a:tada:",
    );
  });
});
