import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { accountPages, consolePages } from "./pages";
import { administrator } from "./product";

test("no page of the console or of the account lacks a text or is wider than a phone", async ({
  openAs,
  openAsNewPerson,
}) => {
  // A name that is longer than a phone is wide, with no place to break it.
  const long = await openAsNewPerson("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk");
  await long.procedures.account.updateProfile.mutate({ bio: "x".repeat(200) });
  const phone = { viewport: { width: 390, height: 844 }, locale: "de-DE" };
  const { page, procedures } = await openAs(administrator, phone);
  await procedures.admin.moderation.templates.save.mutate({ title: "x".repeat(60), body: "y".repeat(300) });
  const wide: string[] = [];
  for (const address of [...consolePages, ...accountPages]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    // Until the interface's font is there, another stands in for it.
    const width = await page.evaluate(async () => {
      await document.fonts.ready;
      return document.documentElement.scrollWidth;
    });
    if (width !== 390) wide.push(`${address}: ${width}`);
  }
  expect(wide).toEqual([]);
});

test("a form says so where the server cannot be reached, and keeps what was typed", async ({
  page,
  openAsNewPerson,
}) => {
  const unreachable = "The server cannot be reached. Check your connection and try again.";
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address or user name").fill("ada");
  await page.getByLabel("Password", { exact: true }).fill("a long enough phrase");
  await page.route("**/api/**", (route) => route.abort());
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText(unreachable)).toBeVisible();
  await expect(page.getByLabel("E-mail address or user name")).toHaveValue("ada");

  const ada = await openAsNewPerson("Ada");
  await ada.page.goto("/account/profile");
  await ada.page.getByLabel("About you").fill("Likes boats");
  await ada.page.route("**/api/**", (route) => route.abort());
  await ada.page.getByRole("button", { name: "Save profile" }).click();
  await expect(ada.page.getByText(unreachable)).toBeVisible();
  await expect(ada.page.getByLabel("About you")).toHaveValue("Likes boats");
});
