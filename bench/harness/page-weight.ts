import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "@playwright/test";

/** In KiB: `gzip` compressed here, the same way for every page, so that servers do not matter; `sent` as it came over the wire. */
type Weight = { gzip: number; sent: number };

export type PageWeight = {
  /** the scripts that the document itself names: what a browser fetches whatever happens then */
  first: Weight;
  /** what those fetch of their own accord until the network is quiet */
  later: Weight;
  /** all of it, as text */
  texts: string[];
  /** the path of a script that belongs to the first ones */
  isFirst: (url: string) => boolean;
};

/** The JavaScript that a page fetches in an empty cache until its network is quiet. */
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
  const response = await page.goto(path, { waitUntil: "networkidle" });
  const document = (await response?.text()) ?? "";
  // What comes later, for an animation or a moment of quiet, is not what the page needs.
  page.removeAllListeners("response");
  await Promise.all(pending);
  await page.close();
  const isFirst = (url: string) => document.includes(new URL(url).pathname.replace(/^\//, ""));
  const weigh = (wanted: (url: string) => boolean): Weight => {
    const urls = [...scripts.keys()].filter(wanted);
    return {
      gzip: urls.reduce((sum, url) => sum + gzipSync(scripts.get(url) as string).length, 0) / 1024,
      sent: urls.reduce((sum, url) => sum + (sent.get(url) ?? 0), 0) / 1024,
    };
  };
  return {
    first: weigh(isFirst),
    later: weigh((url) => !isFirst(url)),
    texts: [...scripts.values()],
    isFirst,
  };
}

/**
 * Opens a page whose later scripts never arrive, and looks whether it can be used all the same.
 * @param use does what the page is there for; throws when that is not possible
 */
export async function worksWithFirstScripts(
  context: BrowserContext,
  path: string,
  { isFirst }: PageWeight,
  use: (page: Page) => Promise<void>,
): Promise<boolean> {
  const page = await context.newPage();
  await page.route("**/*", async (route) => {
    const request = route.request();
    // Left without an answer, for as long as the page is open.
    if (request.resourceType() === "script" && !isFirst(request.url())) return;
    await route.continue();
  });
  try {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await use(page);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    await page.close();
  }
}
