import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import chat from "@/i18n/en/chat.json";
import common from "@/i18n/en/common.json";
import type { Mentions } from "../dto";
import { loadFormatter } from "../markdown/formatter";
import { MessageBody } from "./message-body";

beforeAll(async () => void (await loadFormatter()));

const ada = { id: "1", username: "ada", displayName: "Ada L." };
const ben = { id: "2", username: "Ben.K", displayName: "Ben K." };

/** The message as HTML, without the classes that only style it. */
function html(body: string, mentions?: Mentions): string {
  const page = (
    <NextIntlClientProvider locale="en" messages={{ chat, common }} timeZone="UTC">
      <MessageBody body={body} mentions={mentions} ownId={ada.id} />
    </NextIntlClientProvider>
  );
  return renderToStaticMarkup(page)
    .replace(/<button.*?<\/button>/g, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/ dir="auto"/g, "")
    .replace(/ data-body="true"/g, "")
    .replace(/^<div>|<\/div>$/g, "");
}

const link = (href: string, text: string) =>
  `<a href="${href}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;

describe("what is formatted", () => {
  it.each([
    ["two\nlines", "<p>two<br/>lines</p>"],
    [
      "**b** *i* _i_ ~~s~~ ***bi***",
      "<p><strong>b</strong> <em>i</em> <em>i</em> <del>s</del> <em><strong>bi</strong></em></p>",
    ],
    ["snake_case_name 2*3*4", "<p>snake_case_name 2<em>3</em>4</p>"],
    ["`a **b** <c>`", "<p><code>a **b** &lt;c&gt;</code></p>"],
    ["> q\n> r", "<blockquote><p>q<br/>r</p></blockquote>"],
    ["- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'],
    ["- [x] done\n- [ ] open", "<ul><li>☑ done</li><li>☐ open</li></ul>"],
    ["# big", "<p>big</p>"],
    ["\\*not\\*", "<p>*not*</p>"],
    ["    four spaces", "<p>    four spaces</p>"],
    ["a\n---", "<p>a<br/>---</p>"],
    ["1 < 2 && 3 > 2 &lt; &amp;", "<p>1 &lt; 2 &amp;&amp; 3 &gt; 2 &amp;lt; &amp;amp;</p>"],
    ["| a |\n|---|\n| b |", "<p>| a |<br/>|---|<br/>| b |</p>"],
  ])("%j", (body, expected) => {
    expect(html(body)).toBe(expected);
  });

  it("links: bare ones end where the sentence does, written ones say what they say", () => {
    expect(html("see https://a.example/b_c_(d), and (https://b.example/).")).toBe(
      `<p>see ${link("https://a.example/b_c_(d)", "https://a.example/b_c_(d)")}, and (${link("https://b.example/", "https://b.example/")}).</p>`,
    );
    expect(html("[the **site**](https://a.example 'x')")).toBe(
      `<p>${link("https://a.example/", "the <strong>site</strong>")}</p>`,
    );
    expect(html("write to ada@a.example or www.a.example")).toBe(
      "<p>write to ada@a.example or www.a.example</p>",
    );
  });

  it("code in blocks, with its language's rules loaded later", () => {
    expect(html("```js\nconst a = '<b>';\n```")).toContain("<code>const a = &#x27;&lt;b&gt;&#x27;;</code>");
  });

  it("those who are addressed, by their present names, and nobody else", () => {
    const mentions: Mentions = { users: [ada, ben], everyone: null };
    expect(html("@ADA, **@ben.k** @cleo @all `@ada`", mentions)).toBe(
      "<p><bdi>@Ada L.</bdi>, <strong><bdi>@Ben K.</bdi></strong> @cleo @all <code>@ada</code></p>",
    );
    expect(html("@all", { users: [], everyone: "all" })).toBe("<p><bdi>@all</bdi></p>");
  });
});

describe("what is refused", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/track.gif)",
    '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
    "```\n</code></pre><script>alert(1)</script>\n```",
    '```js" onload=alert(1)\nx\n```',
    "[a]: javascript:alert(1)\n\n[a]",
    "**<b onclick=alert(1)>**",
    'https://a.example/"onmouseover=alert(1)',
  ])("%j leaves no element, no address and no handler of its own", (body) => {
    const page = html(body);
    expect(page).not.toMatch(/<(script|img|svg|iframe|object|embed|form|input|style|link|meta)/i);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:\/\/|mailto:)/);
    expect(page).not.toMatch(/<[^>]*\son\w+=/i);
    expect(page).not.toMatch(/<[^>]*\s(src|srcdoc|style)=/i);
  });

  it.each([
    ">",
    "> ",
    "- ",
    "1. ",
    "[",
    "![",
    "[a](",
    "*",
    "_a_",
    "*a_b",
    "***a",
    "`",
    "~~",
    "<a",
    "http://a.b/(",
  ])("a message of nothing but %j takes no time", (piece) => {
    const started = performance.now();
    expect(html(piece.repeat(20_000 / piece.length)).length).toBeGreaterThan(10_000);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
