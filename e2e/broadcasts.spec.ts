import { expect } from "@playwright/test";
import { v7 } from "uuid";
import { test } from "./fixtures";
import { administrator } from "./product";

test("an important message to a role stands above the chat until it is read, and its sender sees that", async ({
  admin,
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Mo");
  await admin.admin.users.setRole.mutate({ userId: person.id, role: "moderator", reason: "a story" });
  const reader = await openAs(person, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await reader.page.goto("/c");
  await expect(reader.page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  const title = `Maintenance ${Date.now()}`;
  const { page } = await openAs(administrator);
  await page.goto("/admin/broadcasts");
  await expect(page.getByRole("heading", { name: "Broadcasts", level: 1 })).toBeVisible();
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(title);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("Tonight at ten, for an hour.");
  await page.getByRole("combobox", { name: "For whom" }).click();
  await page.getByRole("option", { name: "Moderators" }).click();
  await page.getByRole("checkbox", { name: "Important" }).click();
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(title);
  await expect(page.getByText(/^Reaches \d+ (person|people)$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Send now" }).click();
  await expect(page.getByRole("region", { name: "Job", exact: true })).toContainText("Hand out a broadcast");

  const banner = reader.page
    .getByRole("region", { name: "Important messages" })
    .getByRole("article", { name: title });
  await expect(banner).toBeVisible({ timeout: 30_000 });
  await expectAccessible(reader.page);
  await banner.getByRole("button", { name: `Mark as read: ${title}` }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await expect(page.getByRole("row").filter({ hasText: title })).toBeVisible();
  const { broadcasts } = await admin.admin.broadcasts.list.query({});
  expect(broadcasts.find((each) => each.title === title)).toMatchObject({ audience: "moderator", read: 1 });
  await reader.page.reload();
  await expect(reader.page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("a message is planned, seen by another administrator, taken away; and one goes out by itself at its time", async ({
  admin,
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const [deputy, reader] = [await createPerson("Dee"), await createPerson("Ria")];
  await admin.admin.users.setRole.mutate({ userId: deputy.id, role: "admin", reason: "a story" });
  await admin.admin.users.setRole.mutate({ userId: reader.id, role: "moderator", reason: "a story" });
  const unique = Date.now();
  const other = await openAs(deputy, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await other.page.goto("/admin/broadcasts");
  await expect(other.page.getByRole("heading", { name: "Broadcasts", level: 1 })).toBeVisible();

  const { page } = await openAs(administrator);
  await page.goto("/admin/broadcasts");
  const title = `Not yet ${unique}`;
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(title);
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("Next week.");
  const nextWeek = new Date(unique + 7 * 86_400_000).toISOString().slice(0, 16);
  await page.getByLabel("When", { exact: true }).fill(nextWeek);
  await page.getByRole("button", { name: "Schedule…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog).toContainText(title);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Schedule", exact: true }).click();
  const waiting = (of: typeof page) => of.getByRole("region", { name: "Waiting" }).getByRole("listitem");
  await expect(waiting(page).filter({ hasText: title })).toBeVisible();
  await expect(waiting(other.page).filter({ hasText: title })).toBeVisible();
  await expectAccessible(other.page);
  await other.page.getByRole("button", { name: `Take away: ${title}` }).click();
  await other.page.getByRole("alertdialog").getByRole("button", { name: "Take away" }).click();
  await expect(waiting(other.page).filter({ hasText: title })).toHaveCount(0);
  await expect(waiting(page).filter({ hasText: title })).toHaveCount(0);

  // The worker looks every minute.
  const due = `At its time ${unique}`;
  const ria = await openAs(reader);
  await ria.page.goto("/c");
  await expect(ria.page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  await admin.admin.broadcasts.schedule.mutate({
    ...{ id: v7(), title: due, body: "Now.", important: true, audience: "moderator" },
    sendAt: new Date(Date.now() + 5_000).toISOString(),
  });
  await expect(waiting(page).filter({ hasText: due })).toBeVisible();
  const banner = ria.page
    .getByRole("region", { name: "Important messages" })
    .getByRole("article", { name: due });
  await expect(banner).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("row").filter({ hasText: due })).toBeVisible();
  await expect(waiting(page).filter({ hasText: due })).toHaveCount(0);
});
