import { desc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { signInAttempts } from "@/server/db/schema/sessions";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { freeFailuresOfAddress, waitAfterFailures } from "../lock-out";
import { hashOf } from "./admit-sign-in";
import { purgeSignInAttempts } from "./purge-sign-in-attempts";
import { signIn } from "./sign-in";

let address = 0;
/** Every attempt from a network of its own, as botnets do. */
const elsewhere = () => `2001:db8:${(++address).toString(16)}::1`;
const attempt = (login: string, password: string, ip: string | null = elsewhere()) =>
  outcomeOf(signIn({ ...systemContext(), ip, userAgent: "Mozilla/5.0 Firefox/140.0" }, { login, password }));
const times = <T>(count: number, work: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, () => work()));

const ageAttempts = (login: string, seconds: number) =>
  database()
    .db.update(signInAttempts)
    .set({ at: sql`${signInAttempts.at} - ${seconds} * interval '1 second'` })
    .where(eq(signInAttempts.loginHash, hashOf({ login })));

describe("the wait", () => {
  it("begins after the free failures, doubles, and has a longest", () => {
    const waits = [4, 5, 6, 7, 10, 11, 1000].map((failures) => waitAfterFailures(failures, 5, 15));
    expect(waits).toEqual([0, 15, 30, 60, 480, 900, 900]);
  });
});

describe("guessing one account's password", () => {
  it("ends after five guesses, from however many addresses, the right password included", async () => {
    const { username } = await createUser();
    for (let i = 0; i < 5; i++) expect(await attempt(username, "wrong")).toBe("INVALID_CREDENTIALS");
    expect(await attempt(username, testPassword)).toBe("RATE_LIMITED");
    expect(await attempt(username.toUpperCase(), testPassword)).toBe("RATE_LIMITED");
  });

  it("gets no more guesses by making them all at once", async () => {
    const { username } = await createUser();
    const outcomes = await times(20, () => attempt(username, "wrong"));
    expect(outcomes.filter((outcome) => outcome === "INVALID_CREDENTIALS")).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === "RATE_LIMITED")).toHaveLength(15);
  });

  it("costs its owner the wait and no more; attempts meanwhile do not make it longer", async () => {
    const { username } = await createUser();
    await times(5, () => attempt(username, "wrong"));
    await times(5, () => attempt(username, "wrong"));
    await ageAttempts(username, 16);
    expect(await attempt(username, testPassword)).toBe("ok");
    // A success sets the count back.
    expect(await attempt(username, "wrong")).toBe("INVALID_CREDENTIALS");
    expect(await attempt(username, testPassword)).toBe("ok");
  });

  it("makes wait longer after each further failure", async () => {
    const { username } = await createUser();
    await times(5, () => attempt(username, "wrong"));
    await ageAttempts(username, 16);
    expect(await attempt(username, "wrong")).toBe("INVALID_CREDENTIALS");
    await ageAttempts(username, 16);
    expect(await attempt(username, testPassword)).toBe("RATE_LIMITED");
  });
});

describe("trying one password on many accounts", () => {
  it("ends for the address, and for it alone", async () => {
    const { username } = await createUser();
    for (let i = 0; i < freeFailuresOfAddress; i++) {
      expect(await attempt(`nobody-${i}`, "summer2026", "192.0.2.200")).toBe("INVALID_CREDENTIALS");
    }
    expect(await attempt(username, testPassword, "192.0.2.200")).toBe("RATE_LIMITED");
    expect(await attempt(username, testPassword, "192.0.2.201")).toBe("ok");
  });
});

describe("whether there is an account", () => {
  it("does not show in the answers, locked out or not", async () => {
    const { username } = await createUser();
    const answers = async (login: string) => {
      const outcomes: string[] = [];
      for (let i = 0; i < 7; i++) outcomes.push(await attempt(login, "wrong"));
      return outcomes;
    };
    expect(await answers(username)).toEqual(await answers("no-such-person"));
  });

  it("does not show in the time they take", async () => {
    const people = await times(40, () => createUser());
    const known: number[] = [];
    const unknown: number[] = [];
    const duration = async (login: string) => {
      const start = performance.now();
      await attempt(login, "wrong");
      return performance.now() - start;
    };
    await duration("warming-up");
    for (const [index, { username }] of people.entries()) {
      // Taking turns, so that whatever else the machine does falls on both alike.
      const [first, second] = index % 2 === 0 ? [username, `no-${username}`] : [`no-${username}`, username];
      const [one, two] = [await duration(first), await duration(second)];
      known.push(index % 2 === 0 ? one : two);
      unknown.push(index % 2 === 0 ? two : one);
    }
    // The chance that a random known one took longer than a random unknown one (Mann and Whitney's U over
    // n²): one half when nothing can be told. Its standard deviation here is 0.065.
    const longer = known.flatMap((a) => unknown.map((b): number => (a > b ? 1 : 0)));
    const share = longer.reduce((sum, each) => sum + each, 0) / longer.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.26);
  });
});

describe("attempts to sign in", () => {
  it("are recorded with origin and outcome, without what was typed", async () => {
    const { id, username } = await createUser();
    await attempt(username, "wrong", "192.0.2.210");
    await attempt(username, testPassword, "192.0.2.210");
    const rows = await database()
      .db.select()
      .from(signInAttempts)
      .where(eq(signInAttempts.userId, id))
      .orderBy(desc(signInAttempts.id));
    expect(rows).toMatchObject([
      { outcome: "signed_in", ip: "192.0.2.210", userAgent: expect.stringContaining("Firefox") },
      { outcome: "failed", ip: "192.0.2.210" },
    ]);
    expect(JSON.stringify(rows)).not.toContain(username);
  });

  it("are shown to the account's owner", async () => {
    const person = await createUser();
    await attempt(person.username, "wrong", "192.0.2.211");
    await attempt((await createUser()).username, "wrong", "192.0.2.212");
    expect(await callAs(person).sessions.attempts()).toMatchObject([
      { outcome: "failed", ip: "192.0.2.211", device: { browser: "Firefox 140" } },
    ]);
  });

  it("are forgotten after 90 days", async () => {
    const { id } = await createUser();
    const at = (days: number) => sql`now() - ${days} * interval '1 day'`;
    const row = { loginHash: hashOf({ login: id }), userId: id, outcome: "failed" as const };
    await database()
      .db.insert(signInAttempts)
      .values([
        { ...row, at: at(91) },
        { ...row, at: at(89) },
      ]);
    expect(await purgeSignInAttempts()).toEqual({ purged: 1 });
  });
});
