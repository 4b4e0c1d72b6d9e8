import type { BrowserContext } from "@playwright/test";
import { percentile } from "./statistics";

/** As text: what compiles the benchmarks adds names to functions that a page does not have. */
const watchFrames = `
  const frames = (window.heldFrames = []);
  const look = (at) => { frames.push(at); requestAnimationFrame(look); };
  requestAnimationFrame(look);
`;

/**
 * Turns the wheel upwards over the messages of a long conversation, and looks at when each frame came.
 * @param turns of the wheel, 400 pixels each, one a frame or so
 */
export async function scrollBack(context: BrowserContext, path: string, turns: number) {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path, { waitUntil: "networkidle" });
  const log = page.getByRole("log");
  const first = () => log.locator("[data-body]").first().textContent();
  const before = await first();
  const box = await log.boundingBox();
  if (!box) throw new Error("the conversation is not on the page");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(watchFrames);
  for (let i = 0; i < turns; i++) await page.mouse.wheel(0, -400);
  const frames = await page.evaluate(() => (window as unknown as { heldFrames: number[] }).heldFrames);
  const deadline = Date.now() + 10_000;
  while ((await first()) === before && Date.now() < deadline) await page.mouse.wheel(0, -400);
  const moved = (await first()) !== before;
  const loaded = await log.locator("[data-body]").count();
  await context.close();
  const gaps = frames.slice(1).map((at, i) => at - (frames[i] as number));
  const thirds = [0, 1, 2].map((part) =>
    percentile(gaps.slice((gaps.length * part) / 3, (gaps.length * (part + 1)) / 3), 50),
  );
  return {
    medians: thirds,
    latePercent: (100 * gaps.filter((gap) => gap > 25).length) / gaps.length,
    loaded,
    moved,
  };
}
