import { expect } from "@playwright/test";
import { v7 } from "uuid";
import { composer, groupOf, list, log, open, say } from "./chat";
import { test } from "./fixtures";

test("behind a name stands who it is and the way to them: by keys, and over the whole screen of a phone", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Ada");
  const ada = await openAs(person);
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await bo.procedures.account.updateProfile.mutate({ bio: "Bakes on Fridays", timeZone: "Asia/Tokyo" });
  await bo.procedures.messages.send.mutate({ id: v7(), conversationId: id, body: "bread is ready" });
  const { page } = ada;
  await open(page, id);
  const message = log(page).getByRole("article").filter({ hasText: "bread is ready" });
  const name = message.getByRole("button", { name: `Profile of ${bo.person.displayName}` });
  const card = page.getByRole("dialog", { name: "Profile" });

  await name.focus();
  await page.keyboard.press("Enter");
  await expect(card).toContainText(bo.person.displayName);
  await expect(card).toContainText(`@${bo.person.username}`);
  await expect(card).toContainText("Bakes on Fridays");
  await expect(card).toContainText("local time (Asia/Tokyo)");
  await expectAccessible(page);
  // The list of conversations is what it was: nothing has begun by looking.
  await expect(list(page).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(name).toBeFocused();

  await page.keyboard.press("Enter");
  const write = card.getByRole("button", { name: "Message", exact: true });
  await expect(write).toBeVisible();
  // Where the profile is known already, the way to them has the focus at once.
  await expect(async () => {
    const focused = await write.evaluate((button) => button === document.activeElement);
    if (!focused) await page.keyboard.press("Tab");
    await expect(write).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(card).toHaveCount(0);
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByRole("heading", { name: bo.person.displayName, level: 2 })).toBeVisible();
  await bo.page.goto("/c");
  await expect(composer(page)).toBeVisible();
  await say(page, "keep one for me");
  await expect(list(bo.page).getByRole("link").filter({ hasText: "keep one for me" })).toContainText(
    person.displayName,
  );

  // The same person again leads to the same conversation, on a phone from the picture's own name.
  const direct = new URL(page.url()).pathname;
  const phone = await openAs(person, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await open(phone.page, id);
  await log(phone.page)
    .getByRole("button", { name: `Profile of ${bo.person.displayName}` })
    .click();
  const screen = phone.page.getByRole("dialog", { name: "Profile" });
  await expect(screen).toContainText("Bakes on Fridays");
  await expectAccessible(phone.page);
  await screen.getByRole("button", { name: "Message", exact: true }).click();
  await expect(phone.page).toHaveURL(new RegExp(direct));
  await expect(log(phone.page)).toContainText("keep one for me");
});
