import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { administrator } from "./product";

test("an important message to a role stands above the chat until it is read, and its sender sees that", async ({
  admin,
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Mo");
  await admin.admin.users.setRole.mutate({ userId: person.id, role: "moderator" });
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
