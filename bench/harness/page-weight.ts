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
  const pending: Promise<void>[] = [];
  let transferred = 0;
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script" || !response.ok()) return;
    pending.push(
      (async () => {
        scripts.set(response.url(), await response.text());
        transferred += (await response.request().sizes()).responseBodySize;
      })(),
    );
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await Promise.all(pending);
  await page.close();
  const texts = [...scripts.values()];
  const bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  return { texts, kibibytes: bytes / 1024, transferred: transferred / 1024 };
}
