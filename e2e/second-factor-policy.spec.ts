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
    // The page that is open hears no more, and leaves by itself.
    await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible({
      timeout: 20_000,
    });
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

test("a page on one's own safety says as long as it holds that a second factor is demanded, by whomever", async ({
  admin,
  openAsNewPerson,
  expectAccessible,
}) => {
  const { page, person, procedures } = await openAsNewPerson("Mo");
  const { secret } = await procedures.factors.beginTotp.mutate({ password: person.password });
  await procedures.factors.confirmTotp.mutate({ code: codeOf(secret) });
  const demand = page.getByText("This instance requires a second factor of you.");
  const settings = (on: boolean) => admin.admin.settings.update.mutate({ secondFactorForModerators: on });
  const role = (name: "moderator" | "user") =>
    admin.admin.users.setRole.mutate({ userId: person.id, role: name, reason: "a story" });
  const ofPerson = (required: boolean) =>
    admin.admin.people.requireSecondFactor.mutate({ userId: person.id, required });

  await page.goto("/account/security");
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expect(demand).toHaveCount(0);
  await role("moderator");
  try {
    await settings(true);
    await expect(demand).toBeVisible();
    await expectAccessible(page);
    await settings(false);
    await expect(demand).toHaveCount(0);
    await settings(true);
    await expect(demand).toBeVisible();
    await role("user");
    await expect(demand).toHaveCount(0);
    await role("moderator");
    await expect(demand).toBeVisible();
  } finally {
    await settings(false);
  }
  await expect(demand).toHaveCount(0);
  await ofPerson(true);
  await expect(demand).toBeVisible();
  await ofPerson(false);
  await expect(demand).toHaveCount(0);
});
