import { readdirSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { appRouter, createCaller } from "@/trpc/root";
import type { AccessRows } from "./access/outcomes";
import { people } from "./access/subjects";
import { cookieContext, signInForCookie } from "./caller";
import { createUser } from "./factories";

/** Where whatever changes something has to leave an audit entry. */
const audited = ["admin.", "sessions.", "users.", "conversations.links."];

/** Mutations there that leave none, each with its reason. A new one needs a good one. */
const exceptions: Record<string, string> = {
  "admin.jobs.retryFailedTask":
    "the row of the matrix names a task that is not there: see failed-tasks.test.ts for one that failed",
  "admin.breakGlass.end": "the row of the matrix names somebody else's: see break-glass.test.ts",
  "admin.breakGlass.read": "the row of the matrix names somebody else's: see break-glass.test.ts",
  "admin.mail.test": "without a mail server it is refused: see test-mail.test.ts",
  "admin.filters.try": "it tries a text and changes nothing",
  "admin.moderation.assign": "the row of the matrix takes nobody off a report: see reports.test.ts",
  "admin.users.takeBackReview": "the row of the matrix names nobody's decision: see register.test.ts",
  "users.forgotPassword": "without a mail server it is refused: see account-mail.test.ts",
  "users.resendVerification": "without a mail server it is refused: see account-mail.test.ts",
  "sessions.mailCode": "it mails a code and changes nothing",
  "sessions.end":
    "the row of the matrix names another person's session: see own-sessions.test.ts for one's own",
};

const folder = join(import.meta.dirname, "access");
const tables = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith("-access.ts"))
    .map((file) => import(join(folder, file)) as Promise<Record<string, AccessRows>>),
);
const rows: AccessRows = Object.assign({}, ...tables.flatMap((table) => Object.values(table)));

const procedures: Record<string, { _def: { type: string } }> = appRouter._def.procedures as never;
const mutations = Object.entries(procedures)
  .filter(([, procedure]) => procedure._def.type === "mutation")
  .map(([path]) => path)
  .filter((path) => audited.some((prefix) => path.startsWith(prefix)));

beforeAll(async () => {
  people.owner = await createUser();
  people.member = await createUser();
});

describe("whatever changes something leaves an audit entry with actor, target, address, session and request", () => {
  it("knows what it walks", () => {
    expect(mutations.length).toBeGreaterThan(8);
    expect(Object.keys(exceptions).filter((path) => !mutations.includes(path))).toEqual([]);
  });

  it.each(mutations.filter((path) => !(path in exceptions)))("%s", async (path) => {
    const { input, outcomes } = rows[path] ?? {};
    const actor =
      outcomes?.admin === "ok"
        ? await createUser({ role: "admin" })
        : outcomes?.member === "ok"
          ? people.member
          : people.owner;
    // A second device, for what is done to the others.
    await signInForCookie(actor);
    const given = await input?.();
    const ctx = await cookieContext((await signInForCookie(actor)).cookie);
    await call(createCaller(ctx), path, given);
    const entries = await database()
      .db.select()
      .from(auditEntries)
      .where(eq(auditEntries.requestId, ctx.requestId));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries)
      expect(entry).toMatchObject({
        actorId: actor.id,
        ip: "192.0.2.7",
        userAgent: "vitest",
        sessionId: ctx.sessionId,
        targetType: expect.stringMatching(/./),
        targetId: expect.stringMatching(/./),
      });
  });
});

function call(caller: object, path: string, input: unknown): Promise<unknown> {
  const procedure = path
    .split(".")
    .reduce((level, key) => level[key as keyof typeof level] as object, caller) as (
    input: unknown,
  ) => Promise<unknown>;
  return procedure(input);
}
