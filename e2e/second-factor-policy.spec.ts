import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { codeOf, setUpApp, signInAgain } from "./second-factor";

test("whoever must have a second factor gets nothing but its set-up, and then everything", async ({
  admin,
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const { page, person, procedures } = ada;
  await page.goto("/c");
  await expect(page).toHaveURL(/\/c$/);
  await admin.admin.settings.update.mutate({ secondFactorForUsers: true });
  try {
    for (const path of ["/c", "/account/security", "/"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
    }
    await expectAccessible(page);
    await expect(procedures.conversations.list.query({})).rejects.toThrow("SECOND_FACTOR_REQUIRED");
    const { key } = await setUpApp(page, person.password);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL("**/c");
    await signInAgain(ada);
    await page.getByRole("textbox", { name: "Code" }).fill(codeOf(key, 1));
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL("**/c");
  } finally {
    await admin.admin.settings.update.mutate({ secondFactorForUsers: false });
  }
});
