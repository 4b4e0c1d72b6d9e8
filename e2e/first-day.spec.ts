import { expect } from "@playwright/test";
import { composer, log, say } from "./chat";
import { test } from "./fixtures";
import { linkTo } from "./mail";
import { administrator } from "./product";

test("somebody registers, is approved, signs in and writes to a colleague, who reads it live", async ({
  browser,
  baseURL,
  openAs,
  openAsNewPerson,
  expectAccessible,
}) => {
  const colleague = await openAsNewPerson("Colleague");
  await colleague.page.goto("/");

  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const unique = Date.now().toString(36);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Create one" }).click();
  await expect(page.getByRole("heading", { name: "Create your account" })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("Display name").fill(`Newcomer ${unique}`);
  await page.getByLabel("User name").fill(`new.${unique}`);
  await page.getByLabel("E-mail address").fill(`new.${unique}@example.org`);
  await page.getByLabel("Password", { exact: true }).fill("a few words in a row");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(await linkTo(`new.${unique}@example.org`, "Confirm your e-mail address"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("An administrator now looks at your account")).toBeVisible();
  await expectAccessible(page);

  const signIn = async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address or user name").fill(`new.${unique}`);
    await page.getByLabel("Password", { exact: true }).fill("a few words in a row");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await signIn();
  await expect(page.getByText("waiting for an administrator's approval")).toBeVisible();

  const admin = await openAs(administrator);
  await admin.page.goto("/admin/people");
  await expectAccessible(admin.page);
  const row = admin.page.getByRole("row", { name: new RegExp(`Newcomer ${unique}`) });
  await row.getByRole("button", { name: "Approve" }).click();
  await expect(admin.page.getByText(`Newcomer ${unique} can sign in now.`)).toBeVisible();

  await signIn();
  await page.getByRole("button", { name: "New message" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Person" }).fill(colleague.person.username);
  await dialog.getByRole("option", { name: new RegExp(colleague.person.displayName) }).click();
  await expect(composer(page)).toBeVisible();
  await say(page, "Good morning!");
  await expect(log(page).getByText("Good morning!")).toBeVisible();
  await expectAccessible(page);

  await colleague.page.getByRole("link", { name: new RegExp(`Newcomer ${unique}`) }).click();
  await expect(log(colleague.page).getByText("Good morning!")).toBeVisible();
  await context.close();
});

test("signing out leaves nothing of the account behind", async ({ openAsNewPerson }) => {
  const { page, person } = await openAsNewPerson();
  await page.goto("/");
  await page.getByRole("button", { name: `Account: ${person.displayName}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.goBack();
  await page.goto("/c");
  await expect(page).toHaveURL(/\/sign-in/);
});
