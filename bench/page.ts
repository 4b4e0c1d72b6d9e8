import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium } from "@playwright/test";
import { freePort } from "@/supervisor/free-port";
import { findBrowser } from "../scripts/browser.mjs";
import type { Benchmark, Check, Measured } from "./harness/benchmark";
import { type Client, signIn } from "./harness/client";
import { openDataset } from "./harness/dataset";
import { pageWeight } from "./harness/page-weight";
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
    const admin = await signIn(product.url, administrator.login, administrator.password);
    const conversation = await busiestOf(member);
    const pages = [
      { name: "sign-in", path: "/sign-in", client: null },
      { name: "chat", path: `/c/${conversation}`, client: member },
      { name: "console", path: "/admin/people", client: admin },
    ];
    const as = async (client: Client | null): Promise<BrowserContext> => {
      const context = await browser.newContext({ baseURL: product.url });
      if (client) await context.addCookies(cookiesOf(client, product.url));
      return context;
    };
    const measured: Measured[] = [];
    const checks: Check[] = [];
    const rounds = quick ? 1 : 5;
    const weights: Record<string, number> = {};
    for (const { name, path, client } of pages) {
      say(`${name}: code and vitals`);
      const vitals: Vitals[] = [];
      for (let round = 0; round < rounds; round++) {
        const context = await as(client);
        const { texts, kibibytes, transferred } = await pageWeight(context, path);
        weights[name] = kibibytes;
        if (round === 0) {
          measured.push({ name: `${name}, JavaScript, gzip`, unit: "KiB", value: summarise([kibibytes]) });
          measured.push({
            name: `${name}, JavaScript as sent`,
            unit: "KiB",
            value: summarise([transferred]),
          });
          const foreign = texts.filter((text) => text.includes("/admin/people"));
          if (name !== "console")
            checks.push({ what: `${name} loads none of the console's code`, holds: foreign.length === 0 });
        }
        await context.close();
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
        const { kibibytes } = await pageWeight(context, "/");
        await context.close();
        await peer.stop();
        measured.push({ name: `${name}, JavaScript, gzip`, unit: "KiB", value: summarise([kibibytes]) });
        ratios.push({
          name: `chat's JavaScript to ${name}'s`,
          value: summarise([(weights.chat as number) / kibibytes]),
          goal: "–",
        });
      }
      for (const { name, path, client } of pages) {
        say(`${name}: Lighthouse`);
        for (const [category, values] of Object.entries(
          await judge(peers.modules, debuggingPort, product.url + path, client),
        ))
          measured.push({ name: `${name}, Lighthouse, ${category}`, unit: "", value: summarise(values) });
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

type LighthouseResult = { lhr: { categories: Record<string, { score: number | null }> } };
type Lighthouse = (url: string, flags: object) => Promise<LighthouseResult>;

/** Three judgements by Lighthouse's default (a phone, slowed down), as scores of 100 by category. */
async function judge(modules: string, port: number, url: string, client: Client | null) {
  const entry = createRequire(join(modules, "x.js")).resolve("lighthouse");
  const { default: lighthouse } = (await import(pathToFileURL(entry).href)) as { default: Lighthouse };
  const scores: Record<string, number[]> = {};
  for (let round = 0; round < 3; round++) {
    const { lhr } = await lighthouse(url, {
      port,
      logLevel: "silent",
      onlyCategories: ["performance", "accessibility", "best-practices", "seo"],
      extraHeaders: client ? { Cookie: client.cookie } : undefined,
    });
    for (const [category, { score }] of Object.entries(lhr.categories)) {
      const held = scores[category] ?? [];
      held.push((score ?? 0) * 100);
      scores[category] = held;
    }
  }
  return scores;
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
