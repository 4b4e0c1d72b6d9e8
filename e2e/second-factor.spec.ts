import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { addAuthenticator, codeOf, openSignedOut, setUpApp, signInAgain } from "./second-factor";

test("an authenticator app is set up, asked for, and replaced by a recovery code when it is lost", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const { page, person } = ada;
  await page.goto("/account/security");
  await expect(page.getByText("No authenticator app is set up.")).toBeVisible();
  const { key, codes } = await setUpApp(page, person.password);
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expectAccessible(page);

  await signInAgain(ada);
  const code = page.getByRole("textbox", { name: "Code" });
  await expect(code).toBeFocused();
  await expectAccessible(page);
  await code.fill("000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("This code is not right")).toBeVisible();
  await code.fill(codeOf(key, 1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/c");

  await signInAgain(ada);
  await code.fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/c");
  await page.goto("/account/security");
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();
  await page.getByRole("button", { name: "Remove the authenticator app" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Remove the authenticator app" }).click();
  await expect(page.getByText("No authenticator app is set up.")).toBeVisible();
  await signInAgain(ada);
  await page.waitForURL("**/c");
});

test("a passkey signs in without a name or a password, until it is removed", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const eve = await openAsNewPerson("Eve");
  const { page, person } = eve;
  await addAuthenticator(page);
  await page.goto("/account/security");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Work laptop");
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByRole("button", { name: "Remove Work laptop" })).toBeVisible();

  await openSignedOut(eve);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/c");

  // The password alone is not enough any more; the passkey is the second factor too.
  await signInAgain(eve);
  await expect(page.getByRole("textbox", { name: "Recovery code" })).toBeFocused();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL("**/c");

  await page.goto("/account/security");
  await page.getByRole("button", { name: "Rename Work laptop" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Old laptop");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("button", { name: "Remove Old laptop" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Old laptop" })).toBeHidden();

  await openSignedOut(eve);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("This passkey was not accepted.")).toBeVisible();
});
