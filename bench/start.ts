import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Benchmark, Measured } from "./harness/benchmark";
import { type Product, startProduct } from "./harness/product";
import { summarise } from "./harness/statistics";
import { pusherMembers } from "./load/members/pusher-members";

/** People who are online while memory is looked at again. */
const online = 1_000;

/**
 * How long `npm start` takes on a data folder that exists, and from a fresh clone, to the first page; the memory that
 * everything takes, idle and with a thousand people online.
 */
export const start: Benchmark = async ({ quick, say }) => {
  const dataDir = mkdtempSync(join(tmpdir(), "offchat-bench-"));
  const seconds: number[] = [];
  const memory: number[] = [];
  const crowded: number[] = [];
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
        const idle = residentMemory(product.pid);
        memory.push(idle);
        if (!quick && round > 0) crowded.push((await memoryWithPeopleOnline(product)) - idle);
      } finally {
        await product.stop();
      }
    }
    const more: Measured[] = [];
    if (!quick) {
      more.push({
        name: `memory that ${online.toLocaleString("en")} people online add`,
        unit: "MiB",
        value: summarise(crowded),
      });
      say("npm start in a fresh clone");
      more.push({
        name: "npm start in a fresh clone, to the first page",
        unit: "s",
        value: summarise([await freshInstall()]),
      });
    }
    return {
      work: `${seconds.length} starts on an existing data folder.`,
      measured: [
        { name: "npm start again, to the first page", unit: "s", value: summarise(seconds) },
        { name: "memory of all processes, idle", unit: "MiB", value: summarise(memory) },
        ...more,
      ],
      ratios: [],
      checks: [{ what: "every start served the first page", holds: pages === seconds.length + 1 }],
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** Everybody listens to a channel over the product's one port, as a page does. */
async function memoryWithPeopleOnline({ url, pid, environment }: Product): Promise<number> {
  const { SOKETI_HOST, SOKETI_PORT, SOKETI_APP_ID, SOKETI_APP_KEY, SOKETI_APP_SECRET } =
    environment as Record<string, string>;
  const soketi = {
    host: SOKETI_HOST as string,
    port: Number(SOKETI_PORT),
    appId: SOKETI_APP_ID as string,
    key: SOKETI_APP_KEY as string,
    secret: SOKETI_APP_SECRET as string,
  };
  const address = url.replace("http", "ws");
  const people = await pusherMembers(
    { soketi, address, channel: "private-bench", count: online, through: null },
    () => {},
  );
  await delay(5_000);
  const taken = residentMemory(pid);
  await people.close();
  return taken;
}

/** Seconds from a clone with nothing installed and nothing built to its first page. */
async function freshInstall(): Promise<number> {
  const clone = mkdtempSync(join(tmpdir(), "offchat-clone-"));
  try {
    execFileSync("git", ["clone", "--quiet", process.cwd(), clone]);
    const began = performance.now();
    const product = await startProduct({ root: clone, patience: 900_000 });
    try {
      const page = await fetch(`${product.url}/sign-in`);
      if (page.status !== 200) throw new Error(`The clone's first page answered ${page.status}`);
      return (performance.now() - began) / 1000;
    } finally {
      await product.stop();
    }
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
}

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
