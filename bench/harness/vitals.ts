import type { BrowserContext } from "@playwright/test";

/** Milliseconds, but `cls`, which is a share of the screen. See https://web.dev/articles/vitals. */
export type Vitals = { lcp: number; cls: number; inp: number };

/** As text: what compiles the benchmarks adds names to functions that a page does not have. */
const watchVitals = `
  const held = (window.heldVitals = { lcp: 0, cls: 0, inp: 0 });
  const watch = (type, take, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options });
  watch("largest-contentful-paint", (entry) => { held.lcp = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) held.cls += entry.value; });
  watch("event", (entry) => { held.inp = Math.max(held.inp, entry.duration); }, { durationThreshold: 16 });
`;

/** Opens a page, and in a chat writes into its composer, which is what people do there. */
export async function vitalsOf(context: BrowserContext, path: string, writes: boolean): Promise<Vitals> {
  const page = await context.newPage();
  await page.addInitScript({ content: watchVitals });
  await page.goto(path, { waitUntil: "networkidle" });
  if (writes) {
    const composer = page.getByRole("textbox", { name: /message/i }).last();
    await composer.click();
    await composer.pressSequentially("What is written here is not sent", { delay: 20 });
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    await composer.fill("");
  }
  const vitals = await page.evaluate(() => (window as unknown as { heldVitals: Vitals }).heldVitals);
  await page.close();
  return vitals;
}
