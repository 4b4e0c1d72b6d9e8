import { describe, expect, it } from "vitest";
import { jobWork } from "@/features/jobs/server/job-tasks";
import type { Actor } from "@/server/context";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { runJobs } from "@/testing/run-jobs";
import { createCaller } from "@/trpc/root";

const works = async ({ cookie }: { cookie: string }) => (await cookieContext(cookie)).actor !== null;
const signedIn = async (person: Actor) => ({ person, ...(await signInForCookie(person)) });

describe("many sessions", () => {
  it("end as a job: these, or all that match, but not the one that asks", async () => {
    const admin = await createUser({ role: "admin", displayName: "Fleet admin" });
    const own = await signInForCookie(admin);
    const { sessions, jobs } = createCaller(await cookieContext(own.cookie)).admin;
    const people = await Promise.all(
      ["Fleet one", "Fleet two", "Other"].map((displayName) => createUser({ displayName })),
    );
    const [one, two, other] = await Promise.all(people.map(signedIn));
    if (!one || !two || !other) throw new Error("nobody is signed in");
    const end = async (selected: Parameters<typeof sessions.revokeMany>[0]["selected"]) => {
      const { id: jobId } = await sessions.revokeMany({ selected, reason: "a stolen van" });
      await runJobs(jobWork.name);
      return jobs.get({ jobId });
    };
    expect(await end({ kind: "these", ids: [one.sessionId] })).toMatchObject({
      total: 1,
      done: 1,
      failed: 0,
    });
    expect([await works(one), await works(two)]).toEqual([false, true]);

    expect(await sessions.countMatching({ query: "fleet" })).toBe(2);
    expect(await end({ kind: "all", filter: { query: "fleet" } })).toMatchObject({ total: 1, done: 1 });
    expect([await works(two), await works(other), await works(own)]).toEqual([false, true, true]);
    const nobody = { kind: "all" as const, filter: { query: "fleet" } };
    expect(await outcomeOf(sessions.revokeMany({ selected: nobody, reason: "again" }))).toBe("JOB_EMPTY");
  });

  it("are not for moderators", async () => {
    const moderator = callAs(await createUser({ role: "moderator" })).admin.sessions;
    const selected = { kind: "all" as const, filter: {} };
    expect(await outcomeOf(moderator.revokeMany({ selected, reason: "no" }))).toBe("FORBIDDEN");
  });
});
