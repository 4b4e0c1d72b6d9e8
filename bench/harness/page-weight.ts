import { gzipSync } from "node:zlib";
import type { BrowserContext } from "@playwright/test";

export type PageWeight = {
  texts: string[];
  /** Compressed here, the same way for every page, so that servers do not matter. */
  kibibytes: number;
  /** As it came over the wire. */
  transferred: number;
};

/** All JavaScript that a page fetches until its network is quiet, in an empty cache. */
export async function pageWeight(context: BrowserContext, path: string): Promise<PageWeight> {
  const page = await context.newPage();
  /** By address: what was fetched ahead and then run is one script. */
  const scripts = new Map<string, string>();
  const sent = new Map<string, number>();
  const pending: Promise<void>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script" || !response.ok()) return;
    const url = response.url();
    pending.push(response.text().then((text) => void scripts.set(url, text)));
  });
  // Chromium itself knows what came over the wire; what is run from memory came once.
  const browser = await context.newCDPSession(page);
  const addresses = new Map<string, string>();
  browser.on("Network.responseReceived", ({ requestId, response }) => addresses.set(requestId, response.url));
  browser.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = addresses.get(requestId);
    if (url) sent.set(url, Math.max(sent.get(url) ?? 0, encodedDataLength));
  });
  await browser.send("Network.enable");
  await page.goto(path, { waitUntil: "networkidle" });
  // What comes later, for an animation or a moment of quiet, is not what the page needs at first.
  page.removeAllListeners("response");
  await Promise.all(pending);
  await page.close();
  const texts = [...scripts.values()];
  const kibibytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1024;
  const transferred = [...scripts.keys()].reduce((sum, url) => sum + (sent.get(url) ?? 0), 0) / 1024;
  return { texts, kibibytes, transferred };
}
