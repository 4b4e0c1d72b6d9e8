import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { jobKindNames } from "@/features/jobs/job-kinds";
import { transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { defineJob } from "@/server/jobs/job";
import { prepareJobs } from "@/server/jobs/prepare-jobs";
import { systemContext } from "@/server/trpc/request-context";
import { until } from "@/testing/realtime-client";
import { runJobs } from "@/testing/run-jobs";
import { requested } from "./registered-job";
import { jobKinds, jobs } from "./registry";
import { startWorker } from "./worker";

const counted = defineJob<{ number: number }>("test.count");
const coalesced = defineJob<{ number: number }>("test.coalesce", { coalesces: true });
const done: number[] = [];
const count = requested(counted, async (_ctx, { number }) => {
  done.push(number);
  return { number };
});
const coalesce = requested(coalesced, async (_ctx, { number }) => ({ number }));

beforeAll(() => prepareJobs(env().DATABASE_URL, [count, coalesce]));

it("does every kind of work on many that the console knows, and none besides", () => {
  expect(jobKinds.map(({ kind }) => kind).sort()).toEqual([...jobKindNames].sort());
});

describe("jobs that transactions request", () => {
  it("are done by a worker as soon as the transaction has committed", async () => {
    const worker = await startWorker([count]);
    try {
      await transaction(systemContext(), async (tx) => tx.enqueue(counted, { number: 1 }));
      await until(() => done.includes(1), "the job");
    } finally {
      await worker.stop();
    }
  });

  it("are not there when the transaction fails", async () => {
    const failing = transaction(systemContext(), async (tx) => {
      tx.enqueue(counted, { number: 2 });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await runJobs(counted.name, [count])).toEqual([]);
  });

  it("wait for their time", async () => {
    await transaction(systemContext(), async (tx) => {
      tx.enqueue(counted, { number: 3 }, { startAfter: new Date(Date.now() + 3_600_000) });
      tx.enqueue(counted, { number: 4 }, { startAfter: new Date(Date.now() - 1_000) });
    });
    expect(await runJobs(counted.name, [count])).toEqual([{ number: 4 }]);
  });

  it("wait once for each key, if they coalesce", async () => {
    for (const number of [1, 2, 3]) {
      await transaction(systemContext(), async (tx) => {
        tx.enqueue(coalesced, { number }, { singletonKey: "a" });
        tx.enqueue(coalesced, { number: number * 10 }, { singletonKey: "b" });
      });
    }
    const outcomes = await runJobs(coalesced.name, [coalesce]);
    expect(outcomes).toHaveLength(2);
    expect(outcomes).toEqual(expect.arrayContaining([{ number: 1 }, { number: 10 }]));
  });
});

it("has every job that the product declares", () => {
  const declared = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(join("src", file), "utf8").matchAll(/defineJob(?:<[^(]*>)?\(\s*"([^"]+)"/g),
    ])
    .map(([, name]) => name);
  const registered = jobs.map(({ name }) => name);
  expect(declared.filter((name) => !registered.includes(name as string))).toEqual([]);
  expect(new Set(registered).size).toBe(registered.length);
});
