import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { mailTo } from "./mail";
import { administrator } from "./product";

/** A picture of one pixel. */
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("an instance has a logo of its own, where people sign in and in the chat, until it is removed", async ({
  openAs,
  browser,
  baseURL,
  expectAccessible,
}) => {
  const { page } = await openAs(administrator);
  await page.goto("/admin/settings");
  const file = page.getByLabel("Logo", { exact: true });
  await file.setInputFiles({
    name: "logo.png",
    mimeType: "image/png",
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByRole("button", { name: "Use as logo" }).click();
  await expect(page.getByText("Choose a PNG, JPEG or WebP picture.")).toBeVisible();
  await expectAccessible(page);
  await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: pixel });
  await page.getByRole("button", { name: "Use as logo" }).click();
  await expect(page.getByRole("button", { name: "Remove the logo" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const visitor = await browser.newContext({ baseURL });
  const door = await visitor.newPage();
  await door.goto("/sign-in");
  const mark = door.locator('img[src^="/api/instance-logo/"]').first();
  await expect(mark).toBeVisible();
  const icon = await door.locator('link[rel="icon"]').last().getAttribute("href");
  expect(icon).toContain("/api/instance-logo/");
  const answer = await visitor.request.get((await mark.getAttribute("src")) ?? "");
  expect(answer.headers()).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
    "cache-control": expect.stringContaining("immutable"),
  });

  await page.goto("/");
  await expect(page.locator('img[src^="/api/instance-logo/"]').first()).toBeVisible();
  await page.goto("/admin/settings");
  await page.getByRole("button", { name: "Remove the logo" }).click();
  await expect(page.getByRole("button", { name: "Remove the logo" })).toHaveCount(0);
  await door.reload();
  await expect(mark).toHaveCount(0);
  await visitor.close();
});

test("an administrator says how people are told of things until they choose for themselves", async ({
  openAs,
  openAsNewPerson,
  expectAccessible,
}) => {
  const { page, procedures } = await openAs(administrator);
  const ada = await openAsNewPerson("Ada");
  const sound = () => ada.page.getByRole("switch", { name: "Play a sound" });
  await ada.page.goto("/account/notifications");
  await expect(sound()).toBeChecked();

  await page.goto("/admin/settings");
  await page.getByRole("link", { name: "Notifications", exact: true }).click();
  const ours = page.getByRole("switch", { name: "Play a sound" });
  await ours.click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings were saved.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await ada.page.reload();
  await expect(sound()).not.toBeChecked();
  await sound().click();
  await expect(sound()).toBeChecked();

  // Put back before others look; Ada has chosen meanwhile.
  await ours.click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await procedures.admin.settings.get.query()).initialSounds).toBe(true);
  expect((await ada.procedures.notifications.settings.get.query()).sounds).toBe(true);
  await page.reload();
  await expect(ours).toBeChecked();
});

test("mail says where answers go and what stands below it, and a test mail shows that it works", async ({
  openAs,
  expectAccessible,
}) => {
  const { page, procedures } = await openAs(administrator, { viewport: { width: 390, height: 844 } });
  await page.goto("/admin/settings/mail");
  await expect(page.getByRole("heading", { name: "Mail", level: 1 })).toBeVisible();
  const answers = page.getByLabel("Answers go to");
  await answers.fill("nobody");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter an e-mail address, or nothing.")).toBeVisible();
  await expectAccessible(page);
  await answers.fill("office@example.org");
  await page.getByLabel("Words below every mail").fill("Harbour Ltd., 1 Quay");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings were saved.")).toBeVisible();
  await page.getByRole("button", { name: "Send a test mail to me" }).click();
  await expect(page.getByText(`The mail server took a test mail to ${administrator.email}.`)).toBeVisible();
  const { instanceName } = await procedures.admin.settings.get.query();
  const { text } = await mailTo(administrator.email, `Test mail from ${instanceName}`);
  expect(text).toContain("Answers go to office@example.org.");
  expect(text).toContain("Harbour Ltd., 1 Quay");
  await procedures.admin.settings.update.mutate({ mailReplyTo: "", mailFooter: "" });
});
