import { expect } from "@playwright/test";
import { v7 } from "uuid";
import { test } from "./fixtures";
import { procedures } from "./procedures";
import { administrator } from "./product";

test("a person's page shows what was reported of them, and imported people are invited together", async ({
  openAs,
  createPerson,
  openAsNewPerson,
  admin,
  expectAccessible,
}) => {
  const [ben, ada] = [await createPerson("Ben"), await openAsNewPerson("Ada")];
  const { page } = await openAs(administrator);
  await page.goto(`/admin/people/${ben.id}`);
  await expect(page.getByText("Nobody has reported this person.")).toBeVisible();
  await ada.procedures.moderation.reportPerson.mutate({ userId: ben.id, category: "spam", text: "pills" });
  const card = page.getByRole("region", { name: "Reports about this person" });
  await expect(card.getByText("pills")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/admin/people/${ada.person.id}`);
  const filed = page.getByRole("region", { name: "Reports by this person" });
  await expect(filed).toContainText("pills");
  await expect(filed).toContainText(ben.displayName);
  await expect(page.getByText("Nobody has reported this person.")).toBeVisible();
  await filed.getByRole("link", { name: "In the queue" }).click();
  await expect(page).toHaveURL(new RegExp(`/admin/moderation\\?by=${ada.person.username}`));
  await expect(page.getByRole("row").filter({ hasText: ben.displayName })).toContainText("pills");
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.goto(`/admin/people/${ben.id}`);
  await card.getByRole("link", { name: "Spam" }).click();
  await expect(page).toHaveURL(/\/admin\/moderation\/reports\//);

  const unique = `invited${v7().slice(-10)}`;
  for (const each of ["a", "b"]) {
    const username = `${unique}${each}`;
    const email = each === "a" ? `${username}@example.org` : "";
    await admin.admin.people.create.mutate({ displayName: username, username, email });
  }
  await page.goto(`/admin/people?show=imported&q=${unique}`);
  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await bar.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "Invite 2 people?" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await bar.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Invite", exact: true }).click();
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const panel = page.getByRole("region", { name: "Job", exact: true });
  await expect(panel).toContainText("1 of 2 done");
  await expect(panel).toContainText("1 could not be done");
});

test("somebody is created, takes the account over, is edited, bound to a second factor, and deleted", async ({
  openAs,
  expectAccessible,
}) => {
  test.slow();
  const username = `nora${v7().slice(-10)}`;
  const { page } = await openAs(administrator);
  await page.goto("/admin/people");
  await page.getByRole("button", { name: "Create person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog.getByLabel("Display name")).toBeFocused();
  await dialog.getByLabel("Display name").fill("Nora");
  await dialog.getByLabel("User name").fill(username);
  await dialog.getByLabel("E-mail address").fill(`${username}@example.org`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog.getByText("The link was mailed to Nora.")).toBeVisible();
  const link = await dialog.getByLabel("Link").inputValue();
  await expectAccessible(page);

  const token = link.split("/").at(-1) ?? "";
  const account = { displayName: "Nora", username, email: `${username}@example.org`, token };
  const common = procedures(null).users.acceptLink.mutate({ ...account, password: "password123456" });
  await expect(common).rejects.toThrow("PASSWORD_COMMON");
  const password = `password of ${username}`;
  await procedures(null).users.acceptLink.mutate({ ...account, password });
  const nora = await openAs({ login: username, password });

  await dialog.getByRole("link", { name: "Show the person" }).click();
  await expect(page.getByRole("heading", { name: "Nora", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Edit…" }).click();
  await dialog.getByLabel("Display name").fill("Nora Barnacle");
  await dialog.getByLabel("E-mail address").fill("not an address");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByLabel("E-mail address")).toBeFocused();
  await dialog.getByLabel("E-mail address").fill(`moved-${username}@example.org`);
  await dialog.getByLabel("About them").fill("from Galway");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("from Galway")).toBeVisible();
  await expect(page.getByText("not confirmed")).toBeVisible();
  expect((await nora.procedures.users.me.query()).displayName).toBe("Nora Barnacle");

  await page.getByRole("button", { name: "Demand a second factor" }).click();
  await expect(page.getByText("Not set up · demanded of them")).toBeVisible();
  await expect(nora.procedures.users.me.query()).rejects.toThrow("SECOND_FACTOR_REQUIRED");
  await page.getByRole("button", { name: "No longer demand a second factor" }).click();
  await expect(page.getByText("Not set up · demanded of them")).toBeHidden();
  expect((await nora.procedures.users.me.query()).username).toBe(username);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Delete…" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("textbox", { name: "Reason" }).fill("asked for it");
  await question.getByRole("radio", { name: "Remove their messages too" }).click();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete account" }).click();
  await expect(page.getByRole("heading", { name: "People", level: 1 })).toBeVisible();
  await expect(nora.procedures.users.me.query()).rejects.toThrow("UNAUTHENTICATED");
});
