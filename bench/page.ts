import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { freePort } from "@/supervisor/free-port";
import { findBrowser } from "../scripts/browser.mjs";
import type { Benchmark, Check, Measured } from "./harness/benchmark";
import { type Client, signIn } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { pageWeight, worksWithFirstScripts } from "./harness/page-weight";
import { administrator } from "./harness/product";
import { scrollBack } from "./harness/scroll-back";
import { summarise } from "./harness/statistics";
import { type Vitals, vitalsOf } from "./harness/vitals";
import { requireNpmPeers } from "./peers/npm-peers";
import { serveConverse, serveTheLounge } from "./peers/web-chats";

/** What people's browsers fetch and feel: code, vitals, Lighthouse's judgement, and scrolling through a long conversation. */
export const page: Benchmark = async ({ quick, say }) => {
  const product = await openDataset(
    quick ? { people: 1_000, messages: 20_000 } : { people: 100_000, messages: 1_000_000 },
    say,
  );
  const debuggingPort = await freePort();
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? undefined,
    args: [`--remote-debugging-port=${debuggingPort}`, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  });
  try {
    const member = await product.as("member24");
    const asAdministrator = () => signIn(product.url, administrator.login, administrator.password);
    const admin = await asAdministrator();
    const conversation = await busiestOf(member);
    const pages: MeasuredPage[] = [
      {
        name: "sign-in",
        path: "/sign-in",
        client: null,
        signedIn: async () => null,
        ceiling: 170,
        use: enterPassword,
      },
      {
        name: "chat",
        path: `/c/${conversation}`,
        client: member,
        signedIn: () => product.as("member24"),
        ceiling: 220,
        use: writeMessage,
      },
      {
        name: "console",
        path: "/admin/people?show=all",
        client: admin,
        signedIn: asAdministrator,
        ceiling: 250,
        use: selectPerson,
      },
    ];
    const as = async (client: Client | null): Promise<BrowserContext> => {
      const context = await browser.newContext({ baseURL: product.url });
      if (client) await context.addCookies(cookiesOf(client, product.url));
      return context;
    };
    const measured: Measured[] = [];
    const checks: Check[] = [];
    const rounds = quick ? 1 : 5;
    let chatWeight = 0;
    for (const { name, path, client, ceiling, use } of pages) {
      say(`${name}: code and vitals`);
      const vitals: Vitals[] = [];
      for (let round = 0; round < rounds; round++) {
        if (round === 0) {
          const context = await as(client);
          const weight = await pageWeight(context, path);
          const { first, later, texts } = weight;
          if (name === "chat") chatWeight = first.gzip;
          measured.push(
            kibibytes(`${name}, JavaScript at first load, as sent`, first.sent),
            kibibytes(`${name}, JavaScript at first load, gzip`, first.gzip),
            kibibytes(`${name}, JavaScript afterwards, as sent`, later.sent),
            kibibytes(`${name}, JavaScript afterwards, gzip`, later.gzip),
          );
          checks.push(
            {
              what: `${name} loads at most ${ceiling} KiB of JavaScript at first, as sent (${first.sent.toFixed(1)})`,
              holds: first.sent <= ceiling,
            },
            {
              what: `${name} can be used with no more than that`,
              holds: await worksWithFirstScripts(context, path, weight, use),
            },
          );
          const foreign = texts.filter((text) => text.includes("/admin/people"));
          if (name !== "console")
            checks.push({ what: `${name} loads none of the console's code`, holds: foreign.length === 0 });
          await context.close();
        }
        const fresh = await as(client);
        vitals.push(await vitalsOf(fresh, path, name === "chat"));
        await fresh.close();
      }
      measured.push({
        name: `${name}, largest contentful paint`,
        unit: "ms",
        value: summarise(vitals.map((each) => each.lcp)),
      });
      measured.push({
        name: `${name}, layout shift × 1000`,
        unit: "",
        value: summarise(vitals.map((each) => each.cls * 1000)),
      });
      if (name === "chat")
        measured.push({
          name: "chat, slowest interaction",
          unit: "ms",
          value: summarise(vitals.map((each) => each.inp)),
        });
    }
    say("scrolling");
    const frames = await Promise.all([as(member)]).then(([context]) =>
      scrollBack(context as BrowserContext, `/c/${conversation}`, quick ? 20 : 300),
    );
    measured.push({ name: "scrolling back, a frame, median", unit: "ms", value: summarise(frames.medians) });
    measured.push({
      name: "scrolling back, frames later than 25 ms, percent",
      unit: "",
      value: summarise([frames.latePercent]),
    });
    checks.push({
      what: `scrolling read older messages (${frames.loaded} on the page at the end)`,
      holds: frames.moved,
    });
    const ratios = [];
    if (!quick) {
      const peers = await requireNpmPeers(say);
      for (const { name, serve } of [
        { name: "The Lounge", serve: serveTheLounge },
        { name: "Converse.js", serve: serveConverse },
      ]) {
        say(name);
        const peer = await serve(peers);
        const context = await browser.newContext({ baseURL: peer.url });
        const { first, later } = await pageWeight(context, "/");
        await context.close();
        await peer.stop();
        measured.push(
          kibibytes(`${name}, JavaScript at first load, gzip`, first.gzip),
          kibibytes(`${name}, JavaScript afterwards, gzip`, later.gzip),
        );
        ratios.push({
          name: `chat's JavaScript at first load to ${name}'s`,
          value: summarise([chatWeight / first.gzip]),
          goal: "–",
        });
      }
      for (const { name, path, signedIn } of pages) {
        for (const device of ["phone", "desktop"] as const) {
          say(`${name}: Lighthouse, ${device}`);
          const judged = await judge(peers.modules, device, debuggingPort, product.url + path, signedIn);
          for (const [what, { unit, values }] of Object.entries(judged))
            measured.push({
              name: `${name}, Lighthouse, ${device}, ${what}`,
              unit,
              value: summarise(values),
            });
        }
      }
    }
    return {
      work: `${pages.length} pages in Chromium, each ${rounds} times with an empty cache.`,
      measured,
      ratios,
      checks,
    };
  } finally {
    await browser.close();
    await product.stop();
  }
};

type MeasuredPage = {
  name: string;
  path: string;
  client: Client | null;
  signedIn: () => Promise<Client | null>;
  /** KiB of JavaScript that it may load at first, as sent: something heavy that slips in is found */
  ceiling: number;
  /** does what the page is there for */
  use: (page: Page) => Promise<void>;
};

const kibibytes = (name: string, value: number): Measured => ({
  name,
  unit: "KiB",
  value: summarise([value]),
});

async function enterPassword(page: Page) {
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("a password");
  await expect(async () => {
    await page.getByRole("button", { name: "Show password" }).click({ timeout: 500 });
    await expect(password).toHaveAttribute("type", "text", { timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await expect(password).toHaveValue("a password");
}

/** The message is shown as one on its way: it is kept from being stored, so that the dataset stays as it is. */
async function writeMessage(page: Page) {
  await page.route(/messages\.send/, () => {});
  const log = page.getByRole("log");
  await expect(log.getByRole("article").first()).toBeVisible();
  const composer = page.getByRole("textbox", { name: /message/i }).last();
  const text = "What is written here is not sent";
  await expect(async () => {
    await composer.fill(text, { timeout: 500 });
    await composer.press("Enter", { timeout: 500 });
    await expect(log.getByText(text).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

async function selectPerson(page: Page) {
  const first = page.getByRole("row").nth(1).getByRole("checkbox");
  await expect(async () => {
    if (!(await first.isChecked())) await first.click({ timeout: 500 });
    await expect(first).toBeChecked({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
}

type Category = { score: number | null; auditRefs: { id: string; weight: number }[] };
type Audits = Record<string, { numericValue?: number; score: number | null }>;
type LighthouseResult = {
  lhr: { finalDisplayedUrl: string; categories: Record<string, Category>; audits: Audits };
};
type Lighthouse = (url: string, flags: object, config?: object) => Promise<LighthouseResult>;

const timings = {
  "first-contentful-paint": "first contentful paint",
  "largest-contentful-paint": "largest contentful paint",
  "total-blocking-time": "total blocking time",
};

/**
 * Three judgements by Lighthouse: scores of 100 by category, and what the one for performance is made of.
 * @param device Lighthouse's default is a phone on a slow network, slowed down four times; the other is its desktop
 * @param signedIn signs in for one judgement: what a browser is given in return for its token is not kept
 */
async function judge(
  modules: string,
  device: "phone" | "desktop",
  port: number,
  url: string,
  signedIn: () => Promise<Client | null>,
) {
  const entry = createRequire(join(modules, "x.js")).resolve("lighthouse");
  const { default: lighthouse, desktopConfig } = (await import(pathToFileURL(entry).href)) as {
    default: Lighthouse;
    desktopConfig: object;
  };
  const judged: Record<string, { unit: Measured["unit"]; values: number[] }> = {};
  const hold = (what: string, unit: Measured["unit"], value: number) => {
    const held = judged[what] ?? { unit, values: [] };
    held.values.push(value);
    judged[what] = held;
  };
  for (let round = 0; round < 3; round++) {
    const client = await signedIn();
    const flags = {
      port,
      logLevel: "silent",
      onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
      extraHeaders: client ? { Cookie: client.cookie } : undefined,
    };
    const { lhr } = await judgedWhole(() =>
      lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined),
    );
    if (lhr.finalDisplayedUrl !== url) throw new Error(`Lighthouse was led to ${lhr.finalDisplayedUrl}`);
    for (const [category, { score }] of Object.entries(lhr.categories))
      hold(category, "", (score ?? 0) * 100);
    if (lhr.categories.seo)
      hold(
        "seo, but for asking not to be indexed",
        "",
        scoreWithout("is-crawlable", lhr.categories.seo, lhr.audits),
      );
    for (const [audit, name] of Object.entries(timings))
      hold(name, "ms", lhr.audits[audit]?.numericValue as number);
  }
  return judged;
}

/** A run in which Lighthouse saw no picture judges nothing: it is made again. Throws where that happens three times. */
async function judgedWhole(run: () => Promise<LighthouseResult>): Promise<LighthouseResult> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const result = await run();
    if (Object.keys(timings).every((audit) => result.lhr.audits[audit]?.numericValue !== undefined))
      return result;
  }
  throw new Error("Lighthouse saw no picture of the page");
}

/** A category's score as Lighthouse makes it, without one audit. */
function scoreWithout(id: string, { auditRefs }: Category, audits: Audits): number {
  const counted = auditRefs.filter((ref) => ref.id !== id && (audits[ref.id]?.score ?? null) !== null);
  const sum = (of: (ref: (typeof counted)[number]) => number) =>
    counted.reduce((all, ref) => all + of(ref), 0);
  return (100 * sum((ref) => ref.weight * (audits[ref.id]?.score ?? 0))) / sum((ref) => ref.weight);
}

async function busiestOf(client: Client): Promise<string> {
  type Listed = { conversations: { id: string; lastSeq: number }[] };
  const { conversations } = await client.call<Listed>("conversations.list", { limit: 100 });
  return conversations.reduce((most, each) => (each.lastSeq > most.lastSeq ? each : most)).id;
}

function cookiesOf({ cookie }: Client, url: string) {
  return cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}
