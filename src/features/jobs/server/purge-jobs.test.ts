import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { accessPaths, wholeTables } from "@/testing/access-paths";
import { listJobsInput } from "../input";
import { listJobs, listJobsQuery } from "./list-jobs";
import { purgeJobs } from "./purge-jobs";

/** 3,000 jobs, the newest of today, one each hour, mostly done; the first one of 20,000 items that cannot be taken back. */
beforeAll(async () => {
  const { db } = database();
  await db.execute(sql`
    insert into users (username, display_name, status)
    select 'other' || n, 'Other ' || n, 'active' from generate_series(1, 5000) n`);
  await db.execute(sql`
    insert into jobs (kind, state, total, done, input, origin, started_by, created_at, finished_at)
    select 'people.end-sessions', case when n % 500 = 1 then 'planned' when n % 500 = 2 then 'running' else 'done' end,
      1, 1, '{}', '{}', (select id from users where username = ('other' || n + 1)::citext), now() - n * interval '1 hour',
      case when n % 500 not in (1, 2) then now() - n * interval '1 hour' end
    from generate_series(0, 2999) n`);
  await db.execute(sql`
    insert into job_items (job_id, position, label, state)
    select j.id, n, 'somebody', 'done' from jobs j, generate_series(1, 5) n`);
  await db.execute(sql`
    insert into job_items (job_id, position, label, state)
    select (select id from jobs order by created_at desc limit 1), n, 'somebody', 'done' from generate_series(6, 20000) n`);
  await db.execute(sql`analyze users`);
  await db.execute(sql`vacuum analyze jobs`);
  await db.execute(sql`vacuum analyze job_items`);
}, 60_000);

describe("the list of jobs", () => {
  const cursor = { createdAt: new Date(Date.now() - 86_400_000).toISOString(), id: crypto.randomUUID() };

  it.each([
    ["all", {}],
    ["a later page", { cursor }],
    ["those of a state", { state: "done" }],
    ["those of a rare state", { state: "running" }],
    ["those of a kind", { kind: "people.end-sessions" }],
  ])("reads no table as a whole to show %s, and no items to say what can be undone", async (_, input) => {
    const paths = await accessPaths(listJobsQuery(listJobsInput.parse(input)));
    expect(wholeTables(paths)).toEqual([]);
    expect(paths).toContain("job_items_undoable_idx");
    expect(paths.some((path) => /^jobs_(state_)?created_idx$/.test(path))).toBe(true);
  });
});

describe("old jobs", () => {
  it("go with what they did to each, and plans that nobody began; what runs stays, however old", async () => {
    expect(await purgeJobs()).toEqual({ ended: 838, plans: 5 });
    expect(await purgeJobs()).toEqual({ ended: 0, plans: 0 });
    const left = await database().db.execute<{ state: string; oldest: number }>(sql`
      select state, max(extract(day from now() - created_at))::int as oldest from jobs group by state order by state`);
    expect([...left]).toEqual([
      { state: "done", oldest: 89 },
      { state: "planned", oldest: 0 },
      { state: "running", oldest: 104 },
    ]);
    const orphans = await database().db.execute(sql`
      select from job_items where not exists (select from jobs where id = job_id)`);
    expect(orphans).toHaveLength(0);
    expect((await listJobs(listJobsInput.parse({}))).jobs).toHaveLength(25);
  });
});
