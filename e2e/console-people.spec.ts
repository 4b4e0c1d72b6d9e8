import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { test } from "./fixtures";
import { administrator, databaseUrl } from "./product";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
const panel = (page: Page) => page.getByRole("region", { name: "Job", exact: true });
const confirm = (page: Page, name: string) =>
  page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();

/** Many people who may sign in, found by their common name. */
async function crowd(name: string, size: number) {
  const sql = postgres(databaseUrl(), { max: 1 });
  try {
    await sql`
      insert into users (username, display_name, status)
      select ${name} || n, ${name} || n, 'active' from generate_series(1, ${size}::int) n`;
  } finally {
    await sql.end();
  }
}

/** Somebody who waits for approval. */
async function newcomer(name: string): Promise<{ id: string }> {
  const sql = postgres(databaseUrl(), { max: 1 });
  try {
    const [row] = await sql<{ id: string }[]>`
      insert into users (username, display_name, status) values (${name}, ${name}, 'pending') returning id`;
    return row as { id: string };
  } finally {
    await sql.end();
  }
}

async function statusesOf(name: string): Promise<Record<string, number>> {
  const sql = postgres(databaseUrl(), { max: 1 });
  try {
    const rows = await sql<{ status: string; count: number }[]>`
      select status, count(*)::int as count from users where username like ${`${name}%`} group by status`;
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  } finally {
    await sql.end();
  }
}

test("a thousand people are suspended at once, live, and let in again by one undo", async ({
  openAs,
  expectAccessible,
}) => {
  test.slow();
  const name = `crowd${Date.now()}x`;
  await crowd(name, 1_000);
  const { page } = await openAs(administrator);
  await page.goto(`/admin/people?show=active&q=${name}`);
  await expect(heading(page, "People")).toBeVisible();
  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).click();
  await page.getByRole("button", { name: /1,000/ }).click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await expect(bar).toContainText("1,000");
  await expectAccessible(page);
  await bar.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "Suspend 1,000 people?" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("textbox", { name: "Reason" }).fill("a leaked list of accounts");
  await confirm(page, "Suspend");

  await expect(panel(page).getByRole("progressbar")).toBeVisible();
  await expect(panel(page)).toContainText("1,000 of 1,000 done", { timeout: 60_000 });
  await expect.poll(() => statusesOf(name)).toEqual({ suspended: 1_000 });
  await panel(page).getByRole("button", { name: "Undo", exact: true }).click();
  await confirm(page, "Undo");
  await expect(panel(page).getByRole("heading", { name: "Undo: Suspend people" })).toBeVisible();
  await expect(panel(page)).toContainText("1,000 of 1,000 done", { timeout: 60_000 });
  expect(await statusesOf(name)).toEqual({ active: 1_000 });

  await page.goto("/admin/jobs");
  await expect(heading(page, "Jobs")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Undo: Suspend people" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("an open list of people, and the counts above it, follow what others do", async ({ openAs, admin }) => {
  const name = `newcomer${Date.now()}`;
  const { page } = await openAs(administrator);
  await page.goto(`/admin/people?show=rejected&q=${name}`);
  await expect(page.getByText("Nobody found")).toBeVisible();
  const { id: userId } = await newcomer(name);
  await admin.admin.users.reject.mutate({ userId, reason: "an example" });
  await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
  // Other stories change the counts as well, and the page says at last what the server says.
  const shown = async () =>
    (await page.getByRole("tab", { name: /^Rejected/ }).textContent())?.replace(/\D/g, "");
  await expect
    .poll(async () => {
      const { rejected } = await admin.admin.users.counts.query();
      return rejected > 0 && (await shown()) === String(rejected);
    })
    .toBe(true);
});

test("a file of people is shown as a plan first, and its bad rows are not done", async ({
  openAs,
  admin,
  expectAccessible,
}) => {
  const unique = `csv${Date.now()}`;
  const { page } = await openAs(administrator, { viewport: { width: 390, height: 844 } });
  await page.goto("/admin/people/import");
  await expectAccessible(page);
  const rows = [
    "username,displayName,email",
    `${unique}a,Ada,${unique}a@example.org`,
    `${unique}b,Grace,no address`,
    `=cmd,Eve,${unique}e@example.org`,
  ].join("\n");
  await page.getByLabel("CSV file").setInputFiles({
    name: "people.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(rows),
  });
  await page.getByRole("button", { name: "Show what would happen" }).click();
  await expect(page).toHaveURL(/\/admin\/jobs\//);
  await expect(heading(page, "Import people")).toBeVisible();
  // Each row's fate is shown, the bad ones with the reason, and nothing is written yet.
  await expect(page.getByRole("row", { name: new RegExp(`${unique}a`) })).toContainText("Create");
  const refused = [
    [`${unique}b`, "The e-mail address does not look right."],
    ["=cmd", "A cell begins like a formula"],
  ] as const;
  for (const [name, reason] of refused) {
    await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText(reason);
  }
  expect((await admin.admin.users.list.query({ query: unique })).users).toEqual([]);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await confirm(page, "Begin");
  await expect
    .poll(async () => (await admin.admin.users.list.query({ query: unique })).users)
    .toMatchObject([{ username: `${unique}a`, status: "deactivated", imported: true }]);
  // Nothing hangs over the edge of a phone.
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(390);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /Rows that were not done/ }).click();
  expect((await downloading).suggestedFilename()).toMatch(/\.csv$/);
});

test("a decision about one registration is taken back from the notice that confirms it", async ({
  openAs,
}) => {
  const name = `unsure${Date.now()}x`;
  await newcomer(name);
  const { page } = await openAs(administrator);
  await page.goto(`/admin/people?q=${name}`);
  const row = page.getByRole("row").filter({ hasText: name });
  const notice = page.getByRole("listitem").filter({ hasText: name });
  await row.getByRole("button", { name: "Approve" }).click();
  await expect.poll(() => statusesOf(name)).toEqual({ active: 1 });
  await notice.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${name} waits for approval again.`)).toBeVisible();
  expect(await statusesOf(name)).toEqual({ pending: 1 });

  await row.getByRole("button", { name: "Reject" }).click();
  await page.getByRole("alertdialog").getByRole("textbox", { name: "Reason" }).fill("spam");
  await confirm(page, "Reject");
  await expect.poll(() => statusesOf(name)).toEqual({ rejected: 1 });
  await notice.filter({ hasText: "rejected" }).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => statusesOf(name)).toEqual({ pending: 1 });
  await expect(row.getByRole("button", { name: "Approve" })).toBeVisible();
});

test("one person is approved, suspended for a time, and given a new password, from their page", async ({
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Paula");
  const { page } = await openAs(administrator);
  const theirs = await openAs(person);
  await page.goto(`/admin/people/${person.id}`);
  await expect(heading(page, person.displayName)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sessions" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Suspend", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("shouting");
  await dialog.getByLabel("Until").fill("2099-01-01T12:00");
  await confirm(page, "Suspend");
  await expect(page.getByText("Suspended until")).toBeVisible();
  await expect(theirs.procedures.users.me.query()).rejects.toThrow("UNAUTHENTICATED");
  await page.getByRole("button", { name: "Reactivate", exact: true }).click();
  await confirm(page, "Reactivate");
  await expect(page.getByText("Suspended until")).toBeHidden();
  await expect(openAs(person)).resolves.toBeTruthy();

  await page.getByRole("button", { name: "New password…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make link" }).click();
  await expect(page.getByRole("dialog").getByText("It works until")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("what is chosen is seen to be, in the dark too", async ({ createPerson, openAs }) => {
  const { displayName } = await createPerson("Dora");
  const { page } = await openAs(administrator, { colorScheme: "dark" });
  await page.goto("/admin/people?show=active");
  const box = page.getByRole("checkbox", { name: `Choose ${displayName}` });
  const colour = () => box.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect(box).toBeVisible();
  const empty = await colour();
  await box.check();
  await expect.poll(colour).not.toBe(empty);
});
