import { spawn } from "node:child_process";
import { expect, it, onTestFinished } from "vitest";
import { childLife, spawned } from "./child-life";
import { type KeptProcess, keepRunning } from "./keep-running";
import { identifyProcess } from "./process-identity";
import { eventually } from "./testing/eventually";

async function launch(code = "setInterval(() => {}, 1000)") {
  const child = spawn(process.execPath, ["-e", code], { stdio: "ignore" });
  await spawned(child);
  return childLife(child, { gentle: "SIGTERM", graceMs: 500, forced: "SIGKILL" });
}

async function keep(code?: string): Promise<{ kept: KeptProcess; said: string[] }> {
  const said: string[] = [];
  const kept = await keepRunning("It", () => launch(code), { log: (line) => said.push(line) });
  onTestFinished(() => kept.stop(true));
  return { kept, said };
}

const aliveOf = (pid: number | null) => pid !== null && identifyProcess(pid) !== null;

it("launches again what was killed, and says so", async () => {
  const { kept, said } = await keep();
  const first = kept.pid() as number;
  process.kill(first, "SIGKILL");
  await eventually(() => expect(said).toContain("It runs again"));
  expect(said[0]).toBe("It ended unexpectedly (signal SIGKILL); starting it again");
  expect(kept.pid()).not.toBe(first);
  expect(aliveOf(kept.pid())).toBe(true);
});

it("waits longer from one failure to the next", async () => {
  const ends: number[] = [];
  const kept = await keepRunning(
    "It",
    async () => {
      const life = await launch("process.exit(3)");
      void life.ended.then(() => ends.push(Date.now()));
      return life;
    },
    { log: () => {} },
  );
  onTestFinished(() => kept.stop(true));
  await eventually(() => expect(ends.length).toBeGreaterThanOrEqual(4));
  const [first = 0, second = 0, third = 0, fourth = 0] = ends;
  expect(second - first).toBeGreaterThanOrEqual(250);
  expect(third - second).toBeGreaterThanOrEqual(500);
  expect(fourth - third).toBeGreaterThanOrEqual(1_000);
});

it("starts again at once, and without alarm, when asked to", async () => {
  const { kept, said } = await keep();
  const first = kept.pid();
  await kept.restart();
  await eventually(() => expect(aliveOf(kept.pid())).toBe(true));
  expect(kept.pid()).not.toBe(first);
  expect(said).toEqual(["It runs again"]);
});

it("is gone once stopped, also when it does not listen to the first signal", async () => {
  const { kept } = await keep("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
  const pid = kept.pid();
  await kept.stop();
  expect(aliveOf(pid)).toBe(false);
  expect(kept.pid()).toBeNull();
});

it("rejects when the first launch fails", async () => {
  const failing = keepRunning("It", () => Promise.reject(new Error("no such program")), { log: () => {} });
  await expect(failing).rejects.toThrow("no such program");
});
