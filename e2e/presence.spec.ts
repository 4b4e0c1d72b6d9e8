import { expect, type Page } from "@playwright/test";
import { composer, groupOf, list, log, open, say } from "./chat";
import { test } from "./fixtures";

const entry = (page: Page, name: string) => list(page).getByRole("link", { name: new RegExp(name) });

test("a person is online with any of their tabs, and offline when the last is gone", async ({
  openAs,
  openAsNewPerson,
  createPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await createPerson("Bo");
  await ada.procedures.conversations.openDirect.mutate({ userId: bo.id });
  await ada.page.goto("/c");
  const dot = (state: string) => entry(ada.page, bo.displayName).getByRole("img", { name: state });
  await expect(dot("offline")).toBeVisible();
  const [desk, phone] = [await openAs(bo), await openAs(bo)];
  await Promise.all([desk.page.goto("/c"), phone.page.goto("/c")]);
  await expect(dot("online")).toBeVisible({ timeout: 20_000 });
  await desk.context.close();
  await phone.page.reload();
  await expect(composer(phone.page).or(list(phone.page))).toBeVisible();
  await expect(dot("online")).toBeVisible();
  await phone.context.close();
  await expect(dot("offline")).toBeVisible({ timeout: 30_000 });
});

test("a status is shown to those who look", async ({ openAsNewPerson, expectAccessible }) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const direct = await ada.procedures.conversations.openDirect.mutate({ userId: bo.person.id });
  await Promise.all([open(ada.page, direct.id), bo.page.goto("/c")]);
  await bo.page.getByRole("button", { name: /^Account/ }).click();
  await bo.page.getByRole("menuitem", { name: "Set a status" }).click();
  const dialog = bo.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "🎧" }).click();
  await dialog.getByLabel("What are you up to?").fill("in the engine room");
  await expectAccessible(bo.page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(ada.page.getByText("🎧 in the engine room")).toBeVisible();
});

test("who types is shown, until the message is there", async ({ openAsNewPerson }) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await Promise.all([open(ada.page, id), open(bo.page, id)]);
  const line = ada.page.getByText(`${bo.person.displayName} is typing…`);
  await expect(async () => {
    await composer(bo.page).press("x");
    await expect(line).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await say(bo.page, "here it is");
  await expect(log(ada.page).getByText("here it is")).toBeVisible();
  await expect(line).toHaveCount(0);
});

test("read receipts come live, name the readers, and the privacy switch works both ways", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const cleo = await openAsNewPerson("Cleo");
  const id = await groupOf(ada, bo, cleo);
  await open(ada.page, id);
  await say(ada.page, "Seen?");
  await expect(log(ada.page).getByText("Seen?")).toBeVisible();
  await open(bo.page, id);
  const receipt = (page: Page, count: number) => log(page).getByRole("button", { name: `Read by ${count}` });
  await expect(receipt(ada.page, 1)).toBeVisible();
  await receipt(ada.page, 1).click();
  await expect(ada.page.getByRole("listitem").filter({ hasText: bo.person.displayName })).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.keyboard.press("Escape");

  await cleo.page.goto("/c");
  await cleo.page.getByRole("button", { name: /^Account/ }).click();
  await cleo.page.getByRole("menuitemcheckbox", { name: /Show what I have read/ }).click();
  await expect(cleo.page.getByRole("menuitemcheckbox", { name: /Show what I have read/ })).not.toBeChecked();
  await cleo.page.keyboard.press("Escape");
  await open(cleo.page, id);
  await say(cleo.page, "I saw it");
  await say(bo.page, "so did I");
  await expect(log(ada.page).getByText("so did I")).toBeVisible();
  await ada.page.reload();
  await expect(receipt(ada.page, 1)).toBeVisible();
  await expect(log(cleo.page).getByText("so did I")).toBeVisible();
  await expect(log(cleo.page).getByRole("button", { name: /Read by/ })).toHaveCount(0);
});
