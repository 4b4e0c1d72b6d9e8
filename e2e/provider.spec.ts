import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { mailTo } from "./mail";
import { administrator } from "./product";
import { codeOf, openSignedOut, setUpApp } from "./second-factor";

/** On the provider's own page, which believes every name. */
async function signInThere(page: Page, name: string) {
  await expect(page.getByRole("heading", { name: "Provider" })).toBeVisible();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function throughProvider(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Test ID" }).click();
  await signInThere(page, name);
}

const code = (text: string) => text.match(/\b\d{8}\b/)?.[0] ?? "";

test("somebody comes by the provider, is approved, and sets a password with a code from their mail", async ({
  browser,
  baseURL,
  admin,
  expectAccessible,
}) => {
  const page = await (await browser.newContext({ baseURL })).newPage();
  const name = `newcomer${Date.now().toString(36)}`;
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in with Test ID" }).click();
  await expect(page.getByRole("heading", { name: "Provider" })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("You were not signed in: it was cancelled there.")).toBeVisible();
  await expectAccessible(page);

  const { signUpPolicy } = await admin.admin.settings.get.query();
  await admin.admin.settings.update.mutate({ signUpPolicy: "approval" });
  await throughProvider(page, name);
  await expect(page.getByRole("heading", { name: "Almost there" })).toBeVisible();
  await admin.admin.settings.update.mutate({ signUpPolicy });
  const { users } = await admin.admin.users.list.query({ query: name });
  await admin.admin.users.approve.mutate({ userId: users[0]?.id ?? "" });
  // The provider knows them by now, and asks nothing.
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Test ID" }).click();
  await page.waitForURL("**/c");

  await page.goto("/account/security");
  const devices = page.getByRole("region", { name: "Where you are signed in" });
  await expect(devices).toContainText("signed in with another account");
  await expect(page.getByRole("region", { name: "Sign-in with another account" })).toContainText(
    `${name}@provider.example`,
  );
  await expectAccessible(page);
  const section = page.getByRole("region", { name: "Password" });
  await section.getByRole("button", { name: "Send me a code" }).click();
  await expect(section.getByText("A code is on its way")).toBeVisible();
  const { text } = await mailTo(`${name}@provider.example`, "Your code");
  await section.getByLabel("Code from your mail").fill(code(text));
  await section.getByLabel("New password", { exact: true }).fill("a few words in a row");
  await section.getByRole("button", { name: "Set password" }).click();
  await expect(section.getByRole("button", { name: "Change password" })).toBeVisible();
  await expectAccessible(page);
});

test("somebody links the provider, signs in with it and their code, and unlinks it", async ({
  createPerson,
  openAs,
  expectAccessible,
}) => {
  const person = await createPerson("Lena");
  const { page, context } = await openAs(person);
  await page.goto("/account/security");
  const section = page.getByRole("region", { name: "Sign-in with another account" });
  const dialog = page.getByRole("dialog");
  await section.getByRole("button", { name: "Link Test ID" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Link Test ID" }).click();
  await signInThere(page, person.username);
  await page.waitForURL("**/account/security**");
  await expect(section).toContainText(`${person.username}@provider.example is linked`);
  await mailTo(person.email, "How you sign in was changed");
  const { key } = await setUpApp(page, person.password);
  await page.getByRole("button", { name: "I have kept them" }).click();

  await openSignedOut({ context, page }, "/sign-in?next=%2Faccount%2Fsecurity");
  await page.getByRole("button", { name: "Sign in with Test ID" }).click();
  await signInThere(page, person.username);
  await page.getByRole("textbox", { name: "Code" }).fill(codeOf(key, 1));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/account/security");
  await expect(page.getByRole("region", { name: "Where you are signed in" })).toContainText(
    "with another account and a code",
  );
  await section.getByRole("button", { name: "Unlink Test ID" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Unlink Test ID" }).click();
  await expect(section.getByRole("button", { name: "Link Test ID" })).toBeVisible();
});

test("an administrator takes lost factors away on the person's page", async ({
  createPerson,
  openAs,
  expectAccessible,
}) => {
  const person = await createPerson("Rita");
  const rita = await openAs(person);
  await rita.page.goto("/account/security");
  await setUpApp(rita.page, person.password);
  const { page } = await openAs(administrator);
  await page.goto(`/admin/people/${person.id}`);
  await expect(page.getByText("Authenticator app · no passkey · 10 recovery codes left")).toBeVisible();
  await page.getByRole("button", { name: "Reset second factors" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel("Reason").fill("Lost the phone");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Reset", exact: true }).click();
  await expect(page.getByText("No second factor is set up.")).toBeVisible();
  await mailTo(person.email, "How you sign in was changed");
});
