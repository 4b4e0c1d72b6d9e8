import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Benchmark } from "./harness/benchmark";
import { startProduct } from "./harness/product";
import { summarise } from "./harness/statistics";

/** How long `npm start` takes on a data folder that exists, to the first page, and the memory that everything takes idle. */
export const start: Benchmark = async ({ quick, say }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "offchat-bench-"));
  const seconds: number[] = [];
  const memory: number[] = [];
  let pages = 0;
  try {
    const rounds = quick ? 1 : 5;
    for (let round = 0; round <= rounds; round++) {
      say(round === 0 ? "first start, which makes the database" : `start ${round} of ${rounds}`);
      const began = performance.now();
      const product = await startProduct({ dataDir });
      try {
        const page = await fetch(`${product.url}/sign-in`);
        if (page.status === 200 && (await page.text()).includes("</html>")) pages++;
        if (round > 0) seconds.push((performance.now() - began) / 1000);
        // Let start-up garbage be collected: what is of interest is the resting state.
        await delay(quick ? 100 : 5_000);
        memory.push(residentMemory(product.pid));
      } finally {
        await product.stop();
      }
    }
    return {
      work: `${seconds.length} starts on an existing data folder.`,
      measured: [
        { name: "npm start again, to the first page", unit: "s", value: summarise(seconds) },
        { name: "memory of all processes, idle", unit: "MiB", value: summarise(memory) },
      ],
      ratios: [],
      checks: [{ what: "every start served the first page", holds: pages === seconds.length + 1 }],
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/**
 * Proportional set size (shared pages are divided among who shares them) of a process and all its descendants, in MiB:
 * /proc/PID/smaps_rollup, see proc(5).
 */
function residentMemory(root: number): number {
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = read(`/proc/${entry}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    parents.set(Number(entry), parent);
  }
  const belongs = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && belongs(parents.get(pid)));
  const kilobytes = [...parents.keys()]
    .filter(belongs)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** Empty for a process that has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
