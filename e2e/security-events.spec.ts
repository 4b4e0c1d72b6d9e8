import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { test } from "./fixtures";
import { administrator, databaseUrl } from "./product";

/** Three events of one network that nobody else uses. */
async function raise(network: string) {
  const sql = postgres(databaseUrl(), { max: 1 });
  try {
    await sql`
      insert into security_events (kind, score, subject, hour, ip, facts)
      select 'address.scanned', 60, ${network} || n, date_trunc('hour', now()), (${network} || n)::inet, '{}'
      from generate_series(1, 3) n`;
  } finally {
    await sql.end();
  }
}

/** What the page's export saves, line by line. */
async function exportedLines(page: Page) {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "As CSV" }).click();
  const file = await (await downloading).path();
  return readFileSync(file, "utf8").trim().split("\r\n");
}

test("events, sessions and sign-ins are exported as filtered", async ({ openAs, openAsNewPerson }) => {
  const third = Date.now() % 250;
  await raise(`198.19.${third}.`);
  const { page, procedures } = await openAs(administrator);
  await page.goto(`/admin/security/events?address=198.19.${third}.2`);
  const events = await exportedLines(page);
  expect(events).toHaveLength(2);
  expect(events[1]).toContain(`198.19.${third}.2`);

  const other = await openAsNewPerson("Exportable");
  await page.goto(`/admin/security/sessions?q=${other.person.username}`);
  await expect(page.getByRole("row")).toHaveCount(2);
  const sessions = await exportedLines(page);
  expect(sessions).toHaveLength(2);
  expect(sessions[1]).toContain(other.person.username);

  await page.goto("/admin/security/sessions?show=attempts&outcome=succeeded");
  const attempts = await exportedLines(page);
  expect(attempts.some((line) => line.includes(other.person.username))).toBe(true);

  const { entries } = await procedures.admin.audit.list.query({
    filter: { action: "security.exported" },
  });
  expect(entries.slice(0, 3).map(({ target }) => target.id)).toEqual([
    "sign-in-attempts",
    "live-sessions",
    "security-events",
  ]);
});

test("many security events are acknowledged together, in a view that is kept", async ({
  openAs,
  expectAccessible,
}) => {
  const third = Date.now() % 250;
  await raise(`198.18.${third}.`);
  const { page, procedures } = await openAs(administrator);
  await page.goto(`/admin/security/events?show=open&address=198.18.${third}.0/24`);
  const rows = page
    .getByRole("table")
    .getByRole("row")
    .filter({ hasText: `198.18.${third}.` });
  await expect(rows).toHaveCount(3);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Save this view…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(`Network ${third}`);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await expect(bar).toContainText("3");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await bar.getByRole("button", { name: "Acknowledge" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Acknowledge" }).click();
  const panel = page.getByRole("region", { name: "Job", exact: true });
  await expect(panel).toContainText("3 of 3 done", { timeout: 60_000 });
  await expect(rows).toHaveCount(0);
  await panel.getByRole("button", { name: "Undo", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Undo", exact: true }).click();
  await expect(rows).toHaveCount(3, { timeout: 60_000 });
  const views = await procedures.savedViews.list.query({ list: "security-events" });
  expect(views.map(({ name }) => name)).toContain(`Network ${third}`);
});

test("address rules are removed together, and stand again after one undo", async ({
  openAs,
  admin,
  expectAccessible,
}) => {
  const third = Date.now() % 250;
  for (const last of [1, 2, 3]) {
    await admin.admin.security.ipRules.add.mutate({
      ...{ kind: "block", network: `198.51.${third}.${last}`, reason: "a story", lifetimeHours: 1 },
    });
  }
  const { page } = await openAs(administrator);
  await page.goto("/admin/security/blocks?kind=block");
  const rows = page.getByRole("row").filter({ hasText: `198.51.${third}.` });
  await expect(rows).toHaveCount(3);
  for (const row of await rows.all()) await row.getByRole("checkbox").click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await bar.getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "Remove 3 rules?" })).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("over");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  const panel = page.getByRole("region", { name: "Job", exact: true });
  await expect(panel).toContainText("3 of 3 done", { timeout: 60_000 });
  await expect(rows).toHaveCount(0);
  await panel.getByRole("button", { name: "Undo", exact: true }).click();
  await dialog.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(rows).toHaveCount(3, { timeout: 60_000 });
});
