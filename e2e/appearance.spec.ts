import { expect } from "@playwright/test";
import { groupOf, list, log, open, say } from "./chat";
import { test } from "./fixtures";

test("how the interface looks follows a person to every device, there at once and before the first paint", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Ada");
  const [desk, phone] = [
    await openAs(person),
    await openAs(person, { viewport: { width: 390, height: 844 }, hasTouch: true }),
  ];
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(desk, bo);
  await open(phone.page, id);
  await say(phone.page, "what time is it?");
  await expect(log(phone.page).getByText("what time is it?")).toBeVisible();
  await desk.page.goto("/account/appearance");
  await expectAccessible(desk.page);

  const html = phone.page.locator("html");
  const times = log(phone.page).getByRole("article").locator("time").first();
  const twelveHours = /^\d?\d:\d\d\s?(am|pm)$/i;
  await expect(times).toHaveText(twelveHours);
  await desk.page.getByRole("radio", { name: "Dark" }).click();
  await expect(html).toHaveClass(/\bdark\b/);
  await desk.page.getByRole("radio", { name: /^Compact/ }).click();
  await expect(html).toHaveAttribute("data-density", "compact");
  await desk.page.getByRole("radio", { name: /^24 hours/ }).click();
  await expect(times).toHaveText(/^\d\d:\d\d$/);
  await desk.page.getByRole("radio", { name: "Deutsch" }).click();
  await expect(html).toHaveAttribute("lang", "de");
  await expect(desk.page.getByRole("heading", { name: "Darstellung", level: 1 })).toBeVisible();
  await expectAccessible(desk.page);

  // A device that never saw this person: right in the very first answer, and dark before anything is painted.
  const tablet = await openAs(person, { colorScheme: "light" });
  const served = await (await tablet.context.request.get("/c")).text();
  expect(served).toContain('lang="de"');
  expect(served).toContain('data-density="compact"');
  await tablet.page.goto("/c", { waitUntil: "commit" });
  await expect(tablet.page.locator("html")).toHaveClass(/\bdark\b/);
  await expect(tablet.page.getByRole("navigation", { name: "Unterhaltungen" })).toBeVisible();
  await bo.page.goto("/c");
  const heightOf = async (from: typeof desk) =>
    (await from.page.locator(`[data-conversation="${id}"]`).boundingBox())?.height ?? 0;
  const narrower = async () => {
    const [compact, comfortable] = [await heightOf(tablet), await heightOf(bo)];
    return compact > 0 && compact < comfortable;
  };
  await expect.poll(narrower).toBe(true);
  // Nobody else's page looks otherwise.
  await expect(bo.page.locator("html")).not.toHaveClass(/\bdark\b/);
  await expect(bo.page.locator("html")).toHaveAttribute("lang", "en");
});

test("what is chosen on one device shows on open pages of the account and the console too", async ({
  openAs,
  createPerson,
  admin,
}) => {
  const person = await createPerson("Mona");
  await admin.admin.users.setRole.mutate({ userId: person.id, role: "admin", reason: "a story" });
  const desk = await openAs(person);
  const phone = await openAs(person, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const [account, console] = [phone.page, await phone.context.newPage()];
  await account.goto("/account/security");
  await console.goto("/admin/audit");
  const attempt = account
    .getByRole("region", { name: /Attempts to sign in|Anmeldeversuche/ })
    .locator("time")
    .first();
  const entry = console.getByRole("table").locator("time").first();
  const [twelve, twentyFour] = [/\d\s?[ap]m$/i, /\b\d\d:\d\d$/];
  await desk.procedures.users.updatePreferences.mutate({ timeFormat: "12h" });
  await expect(attempt).toHaveText(twelve);
  await expect(entry).toHaveText(twelve);
  await desk.page.goto("/account/appearance");
  await desk.page.getByRole("radio", { name: /^24 hours/ }).click();
  await expect(attempt).toHaveText(twentyFour);
  await expect(entry).toHaveText(twentyFour);
  await desk.page.getByRole("radio", { name: /^Compact/ }).click();
  await desk.page.getByRole("radio", { name: "Dark" }).click();
  await desk.page.getByRole("radio", { name: "Deutsch" }).click();
  for (const each of [account, console]) {
    await expect(each.locator("html")).toHaveAttribute("data-density", "compact");
    await expect(each.locator("html")).toHaveClass(/\bdark\b/);
    await expect(each.locator("html")).toHaveAttribute("lang", "de");
  }
  await expect(account.getByRole("heading", { name: "Sicherheit", level: 1 })).toBeVisible();
  await expect(console.getByRole("heading", { name: "Protokoll", level: 1 })).toBeVisible();

  // What was chosen while a page had no connection is there as soon as it has one again.
  await phone.context.setOffline(true);
  await desk.page.getByRole("radio", { name: "English" }).click();
  await expect(desk.page.locator("html")).toHaveAttribute("lang", "en");
  await phone.context.setOffline(false);
  for (const each of [account, console]) {
    await expect(each.locator("html")).toHaveAttribute("lang", "en", { timeout: 20_000 });
  }
});

test("who hides whether they are here is hidden from others, and sees nobody's presence either", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  await ada.procedures.conversations.openDirect.mutate({ userId: bo.person.id });
  await Promise.all([ada.page.goto("/c"), bo.page.goto("/c")]);
  const dot = (of: typeof ada) => list(of.page).getByRole("link").getByRole("img", { name: "online" });
  await expect(dot(ada)).toBeVisible({ timeout: 20_000 });
  await expect(dot(bo)).toBeVisible();

  const settings = await bo.context.newPage();
  await settings.goto("/account/privacy");
  await expectAccessible(settings);
  const shown = settings.getByRole("switch", { name: "Show when I am here" });
  await shown.click();
  await expect(shown).not.toBeChecked();
  for (const each of [ada, bo]) {
    await expect(list(each.page).getByRole("link").getByRole("img")).toHaveCount(0);
    await each.page.reload();
    await expect(list(each.page).getByRole("link", { name: /Ada|Bo/ })).toBeVisible();
  }
  await expect(bo.page.getByText("Reconnecting…")).toHaveCount(0);
  await shown.click();
  await expect(shown).toBeChecked();
  await expect(dot(ada)).toBeVisible();
  await expect(dot(bo)).toBeVisible();

  // The last of the account's parts lies beyond the edge of a phone, until it is the one that is open.
  await settings.setViewportSize({ width: 390, height: 844 });
  await settings.goto("/account/privacy");
  await expect(settings.getByRole("link", { name: "Privacy" })).toBeInViewport({ ratio: 1 });
});
