import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Job } from "@/features/jobs/dto";
import { jobWork } from "@/features/jobs/server/job-tasks";
import { AppError } from "@/server/app-error";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { streamRows } from "@/server/http/stream-rows";
import { callAs } from "@/testing/caller";
import { actorContext, createUser } from "@/testing/factories";
import { runJobs } from "@/testing/run-jobs";
import { csvRowsMaximum } from "../../csv";
import { judgeRows } from "./judge-rows";
import { listRefusedRows, refusedRowColumns } from "./list-refused-rows";
import { planImport } from "./plan-import";
import { readCsv } from "./read-csv";

let admin: Actor;

beforeAll(async () => {
  admin = await createUser({ role: "admin" });
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const plan = (text: string) =>
  planImport(actorContext(admin), { bytes: bytesOf(text), fileName: "people.csv" });
const itemsOf = async ({ id: jobId }: Job) =>
  (await callAs(admin).admin.jobs.items({ jobId, limit: 100 })).items;
const begin = async ({ id: jobId }: Job) => {
  await callAs(admin).admin.jobs.begin({ jobId });
  await runJobs(jobWork.name);
  return callAs(admin).admin.jobs.get({ jobId });
};
const rowOf = async (username: string) =>
  (await database().db.select().from(users).where(eq(users.username, username)))[0];

function refusalOf(work: () => unknown): [string, object] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.details];
  }
  throw new Error("it was not refused");
}

describe("a file of people", () => {
  it.each([
    ["commas", "username,displayName,email\nada,Ada,ada@example.org\n"],
    ["semicolons and a byte order mark", "\uFEFFUsername;Display name;E-mail\r\nada;Ada;ada@example.org\r\n"],
    ["tabs and other columns", "id\tusername\tname\temail\n7\tada\tAda\tada@example.org"],
  ])("is read with %s", (_what, text) => {
    expect(readCsv(bytesOf(text))).toEqual([
      { line: 2, formula: false, username: "ada", displayName: "Ada", email: "ada@example.org", role: "" },
    ]);
  });

  it("is read in UTF-16, and with lines counted over line breaks within cells", () => {
    const text = '\uFEFFusername,displayName\nada,"Ada\nLovelace"\n\ngrace,Grace';
    expect(readCsv(Buffer.from(text, "utf16le")).map(({ line, username }) => [line, username])).toEqual([
      [2, "ada"],
      [5, "grace"],
    ]);
  });

  it.each([
    ["another encoding", Buffer.from("username\nJ\xfcrgen", "latin1"), "CSV_ENCODING"],
    ["no header", bytesOf("ada,Ada\n"), "CSV_HEADER"],
    ["nothing", bytesOf(""), "CSV_HEADER"],
    ["an open quotation mark", bytesOf('username,name\nada,"Ada\n'), "CSV_UNREADABLE"],
    ["too many rows", bytesOf(`username\n${"a\n".repeat(csvRowsMaximum + 1)}`), "CSV_TOO_LONG"],
  ])("is refused as a whole with %s", (_what, bytes, code) => {
    expect(refusalOf(() => readCsv(bytes))[0]).toBe(code);
  });
});

describe("an import of people", () => {
  it("says the fate of every row and does nothing, then does exactly that, and takes it back", async () => {
    const known = await createUser({ username: "known-one", displayName: "Known" });
    const same = await createUser({ username: "same-one", displayName: "Same" });
    const job = await plan(
      [
        "username,displayName,email",
        "brand-new,Brand New,brand-new@example.org",
        "KNOWN-ONE,Renamed,",
        `same-one,Same,${same.email}`,
        "x,Too Short,",
        "brand-new,Twice,",
        '"=cmd",Formula,',
        `somebody,Thief,${known.email}`,
        "bad-mail,Bad,not an address",
      ].join("\n"),
    );
    expect(job).toMatchObject({ state: "planned", total: 8, done: 1, failed: 5, reason: "people.csv" });
    expect(
      (await itemsOf(job)).map(({ position, plan: fate, problem }) => [position, fate, problem]),
    ).toEqual([
      [2, "create", null],
      [3, "update", null],
      [4, "unchanged", null],
      [5, "refused", "CSV_USERNAME"],
      [6, "refused", "CSV_DUPLICATE"],
      [7, "refused", "CSV_FORMULA"],
      [8, "refused", "EMAIL_TAKEN"],
      [9, "refused", "CSV_EMAIL"],
    ]);
    await runJobs(jobWork.name);
    expect(await rowOf("brand-new")).toBeUndefined();

    expect(await begin(job)).toMatchObject({ state: "done", done: 3, failed: 5, undoable: true });
    expect(await rowOf("brand-new")).toMatchObject({ status: "deactivated", email: "brand-new@example.org" });
    expect(await rowOf("known-one")).toMatchObject({ displayName: "Renamed", email: known.email });

    const refused = await streamRows(listRefusedRows(job.id), {
      format: "csv",
      name: "refused",
      columns: refusedRowColumns,
    }).text();
    expect(refused).toContain('5,x,Too Short,,,"The user name is missing');
    expect(refused).toContain("7,'=cmd,Formula");

    await callAs(admin).admin.jobs.undo({ jobId: job.id });
    await runJobs(jobWork.name);
    expect(await rowOf("brand-new")).toBeUndefined();
    expect(await rowOf("known-one")).toMatchObject({ displayName: "Known", email: known.email });
  });

  it("goes by what has become of the accounts since", async () => {
    const job = await plan(
      "username,displayName,email\nlate-one,Late,late@example.org\nlate-two,Two,two@example.org",
    );
    await createUser({ username: "late-one", displayName: "Other" });
    await createUser({ username: "two" });
    const done = await begin(job);
    expect(done).toMatchObject({ state: "done", done: 1, failed: 1 });
    expect(await rowOf("late-one")).toMatchObject({ displayName: "Late", status: "active" });
    expect((await itemsOf(job)).map(({ problem }) => problem)).toEqual([null, "EMAIL_TAKEN"]);
  });

  it("takes what an export wrote", async () => {
    const odd = "= a name";
    await database().db.execute(sql`
      insert into users (username, display_name, status) values ('odd-one', ${odd}, 'active')`);
    const job = await plan(`username,displayName\nodd-one,'${odd}`);
    expect((await itemsOf(job)).map(({ plan: fate, problem }) => [fate, problem])).toEqual([
      ["unchanged", null],
    ]);
  });

  it("plans the most rows that it takes in one go", async () => {
    const rows = Array.from(
      { length: csvRowsMaximum },
      (_, n) => `many-${n},Many ${n},many-${n}@example.org`,
    );
    expect(await plan(`username,displayName,email\n${rows.join("\n")}`)).toMatchObject({
      total: csvRowsMaximum,
    });
  });
});

describe("roles in a file", () => {
  it("count up to the importer's own, and not for the importer", async () => {
    const known = await createUser();
    const rows = [
      "username,role",
      "fresh-moderator,Moderator",
      `${known.username},admin`,
      `${admin.username},user`,
      "nobody-such,king",
    ];
    const job = await plan(rows.join("\n"));
    expect((await itemsOf(job)).map(({ problem }) => problem)).toEqual([null, null, "CSV_RANK", "CSV_ROLE"]);
    expect(await begin(job)).toMatchObject({ done: 2, failed: 2 });
    expect(await rowOf("fresh-moderator")).toMatchObject({ role: "moderator", status: "deactivated" });
    expect((await rowOf(known.username))?.role).toBe("admin");
    await callAs(admin).admin.jobs.undo({ jobId: job.id });
    await runJobs(jobWork.name);
    expect(await rowOf("fresh-moderator")).toBeUndefined();
    expect((await rowOf(known.username))?.role).toBe("user");
  });

  it("above the importer's rank are refused, whoever the importer has become", () => {
    const importer = { id: "m", role: "moderator" as const };
    const row = { line: 2, formula: false, username: "ada", displayName: "", email: "", role: "admin" };
    expect(judgeRows([row], [], importer)).toMatchObject([{ fate: "refused", problem: "CSV_RANK" }]);
    const known = { id: "a", username: "ada", displayName: "Ada", email: null, role: "admin" as const };
    expect(judgeRows([{ ...row, role: "user" }], [known], importer)).toMatchObject([{ problem: "CSV_RANK" }]);
    expect(judgeRows([{ ...row, role: "moderator" }], [], importer)).toMatchObject([{ fate: "create" }]);
  });
});
