import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { test } from "./fixtures";
import { administrator, databaseUrl } from "./product";

const run = promisify(execFile);

const chain = (page: Page) => page.getByRole("region", { name: "Integrity" });
const table = (page: Page) => page.getByRole("table", { name: "Entries", exact: true });

test("an administrator finds what happened, as it happens, and follows it both ways", async ({
  openAs,
  createPerson,
  admin,
  expectAccessible,
}) => {
  const { page } = await openAs(administrator);
  await page.goto("/admin/audit");
  await expect(page.getByRole("heading", { name: "Audit log", level: 1 })).toBeVisible();
  await expect(table(page)).toBeVisible();

  // The list grows by itself while somebody looks at it.
  const person = await createPerson("Audited");
  await expect(table(page).getByRole("link", { name: person.displayName }).first()).toBeVisible();
  await expectAccessible(page);

  const length = 8_000 - Math.floor(Math.random() * 1_000);
  await admin.admin.settings.update.mutate({ messageMaximumLength: length });
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("combobox", { name: "What" }).click();
  await page.getByRole("option", { name: "Changed a setting" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox", { name: "Search the audit log" }).fill(String(length));
  await expect(page).toHaveURL(new RegExp(`action=setting.changed.*q=${length}`));
  await table(page).getByRole("link", { name: "Changed a setting" }).first().click();

  await expect(page.getByRole("heading", { name: "Changed a setting", level: 1 })).toBeVisible();
  const written = `${length.toLocaleString("en")} characters`;
  await expect(page.getByRole("row", { name: /^Longest message/ })).toContainText(written);
  await expectAccessible(page);
  await page.getByRole("article").getByRole("link", { name: "Longest message" }).click();
  await expect(table(page)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Drop the filter Target/ })).toBeVisible();
  await admin.admin.settings.update.mutate({ messageMaximumLength: 8_000 });
});

test("exactly what is shown is exported, and an outside script can check it", async ({
  openAs,
}, testInfo) => {
  const { page } = await openAs(administrator);
  await page.goto("/admin/audit?severity=security");
  await page.getByRole("button", { name: "Export" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "As JSON (one entry a line)" }).click();
  const file = testInfo.outputPath("export.ndjson");
  await (await downloading).saveAs(file);
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(["security", "critical"]).toContain(JSON.parse(line).severity);

  const save = async (button: string, name: string) => {
    const event = page.waitForEvent("download");
    await page.getByRole("link", { name: button }).first().click();
    await (await event).saveAs(testInfo.outputPath(name));
    return testInfo.outputPath(name);
  };
  const manifest = await save("Manifest", "manifest");
  const key = await save("Public key", "key.pem");
  const check = (what: string) => run("sh", ["docs/verify-audit-export.sh", what, manifest, key]);
  expect((await check(file)).stdout).toContain("GOOD");
  const cut = testInfo.outputPath("cut.ndjson");
  writeFileSync(cut, `${lines.slice(1).join("\n")}\n`);
  await expect(check(cut)).rejects.toMatchObject({ stdout: expect.stringContaining("BAD") });
});

test("a row that was tampered with in the database is found by verifying", async ({
  openAs,
  admin,
  expectAccessible,
}) => {
  const { page } = await openAs(administrator);
  await page.goto("/admin/audit");
  await chain(page).getByRole("button", { name: "Verify now" }).click();
  await expect(chain(page).getByRole("status")).toContainText(/^Verified: \d/);

  const { entries } = await admin.admin.audit.list.query({ filter: { action: "user.registered" }, limit: 1 });
  const id = entries[0]?.id ?? 0;
  await expect.poll(async () => (await admin.admin.audit.get.query({ id })).link).not.toBeNull();
  const sql = postgres(databaseUrl(), { max: 1, onnotice: () => {} });
  const tamper = (reason: string | null) =>
    sql.begin(async (tx) => {
      await tx`alter table audit_entries disable trigger user`;
      await tx`update audit_entries set reason = ${reason} where id = ${id}`;
      await tx`alter table audit_entries enable trigger user`;
    });
  try {
    await expect(sql`update audit_entries set reason = 'x' where id = ${id}`.execute()).rejects.toThrow(
      /append-only/,
    );
    await tamper("it was somebody else");
    await chain(page).getByRole("button", { name: "Verify now" }).click();
    const notice = chain(page).getByRole("alert");
    await expect(notice).toContainText("An entry was changed after it was written");
    await expect(notice).toContainText(`entry ${id}`);
    await expectAccessible(page);
    await notice.getByRole("link", { name: "Show the entry" }).click();
    await expect(page.getByText("it was somebody else")).toBeVisible();
  } finally {
    await tamper(null);
    await sql.end();
  }
  await page.goto("/admin/audit");
  await chain(page).getByRole("button", { name: "Verify now" }).click();
  await expect(chain(page).getByRole("status")).toContainText(/^Verified: \d/);
});

test("a compliance report covers a period, and prints without what is only for the screen", async ({
  openAs,
  expectAccessible,
}) => {
  const { page } = await openAs(administrator);
  await page.goto("/admin/audit");
  await page.getByRole("link", { name: "Report", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Compliance report", level: 1 })).toBeVisible();
  for (const heading of ["By action", "By person", "By target", "Exceptions: critical acts"])
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  await expectAccessible(page);

  // A dark screen does not make dark paper.
  const heading = page.getByRole("heading", { name: "By action" });
  const inkAndPaper = () =>
    heading.evaluate((element) => [
      getComputedStyle(element).color,
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.documentElement).colorScheme,
    ]);
  const light = await inkAndPaper();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(async () => (await inkAndPaper())[2]).toBe("dark");
  expect((await inkAndPaper())[0]).not.toBe(light[0]);
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await inkAndPaper()).toEqual(light);
  await expect(page.getByRole("navigation", { name: "Administration" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  const pdf = await page.pdf({ format: "A4" });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.emulateMedia({ media: "screen" });

  await page.getByLabel("From day (UTC)").fill("2001-01-01");
  await page.getByLabel("To day (UTC)").fill("2001-01-31");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("0 entries by 0 people.")).toBeVisible();
});

test("whoever is no administrator has no part in it", async ({ openAsNewPerson }) => {
  const { page, procedures } = await openAsNewPerson();
  const answer = await page.goto("/admin/audit");
  expect(answer?.status()).toBe(404);
  expect((await page.request.get("/api/audit/key")).status()).toBe(403);
  await expect(procedures.admin.audit.list.query({})).rejects.toMatchObject({ message: "FORBIDDEN" });
});
