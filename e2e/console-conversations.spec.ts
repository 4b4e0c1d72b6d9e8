import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { administrator } from "./product";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
const panel = (page: Page) => page.getByRole("region", { name: "Job", exact: true });
const confirm = (page: Page, name: string) =>
  page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test("groups are found, exported as filtered, deleted together and brought back by one undo", async ({
  openAs,
  openAsNewPerson,
  expectAccessible,
}) => {
  test.slow();
  const owner = await openAsNewPerson("Greta");
  const prefix = `Flock ${owner.person.username}`;
  for (let i = 0; i < 3; i++) {
    await owner.procedures.conversations.createGroup.mutate({ name: `${prefix} ${i}` });
  }
  const { page } = await openAs(administrator);
  await page.goto("/admin/conversations");
  await expect(heading(page, "Conversations")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search conversations" }).fill(prefix);
  const rows = page.getByRole("row").filter({ hasText: prefix });
  // They are among all of them as well: the search has been answered when nothing else is left.
  await expect(page.getByRole("row")).toHaveCount(1 + 3);
  await expect(rows).toHaveCount(3);
  await expectAccessible(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "As CSV" }).click();
  const lines = readFileSync(await (await downloading).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain(`${prefix} 2`);

  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await bar.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Delete 3 conversations?" })).toBeVisible();
  await page.getByRole("alertdialog").getByRole("textbox", { name: "Reason" }).fill("abandoned");
  await expectAccessible(page);
  await confirm(page, "Delete");
  await expect(panel(page)).toContainText("3 of 3 done", { timeout: 60_000 });
  await expect(rows).toHaveCount(0);
  await expect
    .poll(async () => (await owner.procedures.conversations.list.query({})).conversations.length)
    .toBe(0);
  await panel(page).getByRole("button", { name: "Undo", exact: true }).click();
  await confirm(page, "Undo");
  await expect(rows).toHaveCount(3, { timeout: 60_000 });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await width(page)).toBe(390);
});

test("one group is changed, handed to another owner, archived and taken back, and its history says so", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  expectAccessible,
}) => {
  const owner = await openAsNewPerson("Hugo");
  const heir = await createPerson("Ida");
  const name = `Garden ${owner.person.username}`;
  const { id } = await owner.procedures.conversations.createGroup.mutate({ name, memberIds: [heir.id] });
  const { page } = await openAs(administrator, { colorScheme: "dark" });
  await page.goto(`/admin/conversations/${id}`);
  await expect(heading(page, name)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(`${name} two`);
  await dialog.getByRole("switch").click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Please fill this in.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("a clearer name");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(heading(page, `${name} two`)).toBeVisible();
  await expect(page.getByText("Owners and admins only")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
  await expect(page.getByText("Owners and admins only")).toBeHidden();

  const row = page.getByRole("row").filter({ hasText: heir.displayName });
  await row.getByRole("button", { name: /Make owner/ }).click();
  await page.getByRole("alertdialog").getByRole("textbox", { name: "Reason" }).fill("Hugo has left");
  await confirm(page, "Make owner");
  await expect(row.getByText("Owner", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("textbox", { name: "Reason" }).fill("quiet");
  await confirm(page, "Archive");
  await expect(page.getByRole("button", { name: "Reopen", exact: true })).toBeVisible();
  const listed = await owner.procedures.conversations.list.query({});
  expect(listed.conversations.find((each) => each.id === id)?.archivedAt).not.toBeNull();

  await row.getByRole("link", { name: heir.displayName }).click();
  await expect(heading(page, heir.displayName)).toBeVisible();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(heading(page, name)).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await width(page)).toBe(390);
});
