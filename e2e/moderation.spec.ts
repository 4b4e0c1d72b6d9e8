import { expect, type Page } from "@playwright/test";
import { composer, groupOf, log, open, say } from "./chat";
import { type SignedIn, test } from "./fixtures";
import type { Procedures } from "./procedures";
import { administrator } from "./product";

const row = (page: Page, text: string) => log(page).getByRole("article").filter({ hasText: text });
const notice = (page: Page, title: string) => page.getByRole("status", { name: title });
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Complains about a message from its menu. */
async function report(page: Page, text: string, category: string) {
  const message = row(page, text);
  await message.hover();
  await message.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Report…" }).click();
  await page.getByRole("dialog").getByRole("radio", { name: category }).click();
}

async function asModerator(person: SignedIn, admin: Procedures): Promise<SignedIn> {
  await admin.admin.users.setRole.mutate({ userId: person.person.id, role: "moderator", reason: "a story" });
  return person;
}

test("a reported message is taken charge of and removed, live for all, and its reporter is told", async ({
  openAsNewPerson,
  admin,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const ben = await openAsNewPerson("Ben");
  const mona = await asModerator(await openAsNewPerson("Mona"), admin);
  const id = await groupOf(ada, ben);
  const title = `Thanks ${id.slice(-6)}`;
  await admin.admin.moderation.templates.save.mutate({ title, body: "Thank you. It broke our rules." });
  await Promise.all([open(ada.page, id), open(ben.page, id)]);
  await say(ben.page, "buy my pills");
  await expect(row(ada.page, "buy my pills")).toBeVisible();

  await mona.page.goto("/admin");
  const sections = mona.page.getByRole("navigation", { name: "Administration" });
  await expect(sections.getByRole("link")).toHaveText(["Dashboard", "Reports"]);
  await sections.getByRole("link", { name: "Reports" }).click();
  await expect(mona.page.getByRole("heading", { name: "Moderation", level: 1 })).toBeVisible();

  await report(ada.page, "buy my pills", "Spam or advertising");
  await expectAccessible(ada.page);
  await ada.page.getByRole("button", { name: "Send report" }).click();
  await expect(ada.page.getByText("Thank you. You will be told here what comes of it.")).toBeVisible();

  // The queue shows it without being asked again.
  const entry = mona.page.getByRole("row").filter({ hasText: ben.person.displayName });
  await expect(entry).toContainText("buy my pills");
  await expect(entry).toContainText("Nobody");
  await expectAccessible(mona.page);
  await entry.getByRole("link").click();
  await mona.page.getByRole("button", { name: "Take charge" }).click();
  await expect(mona.page.getByRole("combobox", { name: "In charge" })).toHaveText(mona.person.displayName);
  // Suspending people is not a moderator's.
  await expect(mona.page.getByRole("button", { name: "Warn the person" })).toBeVisible();
  await expect(mona.page.getByRole("button", { name: "Suspend the person" })).toHaveCount(0);
  await expectAccessible(mona.page);
  await mona.page.setViewportSize({ width: 390, height: 844 });
  expect(await width(mona.page)).toBe(390);

  await mona.page.getByRole("button", { name: "Remove the message" }).click();
  const dialog = mona.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Remove the message" }).click();
  await expect(dialog.getByText("Write something here.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("advertising");
  await dialog.getByRole("combobox", { name: "Choose an answer" }).click();
  await mona.page.getByRole("option", { name: title }).click();
  await expect(dialog.getByLabel("Answer to the reporter (optional)")).toHaveValue(/It broke our rules/);
  await expectAccessible(mona.page);
  await dialog.getByRole("button", { name: "Remove the message" }).click();
  await expect(mona.page.getByRole("heading", { name: "Closed: Message removed" })).toBeVisible();

  for (const { page } of [ada, ben]) {
    await expect(log(page).getByText("This message was deleted.")).toBeVisible();
    await expect(row(page, "buy my pills")).toHaveCount(0);
  }
  const told = notice(ada.page, "What came of your report");
  await expect(told).toContainText("The message was removed.");
  await expect(told).toContainText("It broke our rules.");
  await expectAccessible(ada.page);
  await told.getByRole("button", { name: "Put away" }).click();
  await expect(told).toHaveCount(0);

  for (const path of ["/admin/people", "/admin/settings", "/admin/moderation/filters", "/admin/audit"]) {
    await mona.page.goto(path);
    await expect(mona.page.getByRole("heading", { level: 1 })).toHaveText("This page does not exist");
  }
});

test("whoever is warned reads it before anything else, and an administrator may suspend", async ({
  openAsNewPerson,
  openAs,
  admin,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const ben = await openAsNewPerson("Ben");
  const direct = await ada.procedures.conversations.openDirect.mutate({ userId: ben.person.id });
  const group = await groupOf(ada, ben);
  await Promise.all([open(ada.page, direct.id), open(ben.page, group)]);
  const complain = async () => {
    await ada.page.getByRole("button", { name: `Report ${ben.person.displayName}…` }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Send report" }).click();
    await expect(dialog.getByText("Choose what is wrong.")).toBeVisible();
    await dialog.getByRole("radio", { name: "Harassment or bullying" }).click();
    await dialog.getByRole("button", { name: "Send report" }).click();
    await expect(dialog).toHaveCount(0);
    const { reports } = await admin.admin.moderation.list.query({ limit: 100 });
    const id = reports.find((each) => each.reported.id === ben.person.id)?.id;
    expect(id).toBeTruthy();
    return id as string;
  };
  await ada.page.getByRole("link", { name: "Show details" }).click();
  const first = await complain();

  const desk = await openAs(administrator);
  await desk.page.goto(`/admin/moderation/reports/${first}`);
  await desk.page.getByRole("button", { name: "Warn the person" }).click();
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByLabel(`What ${ben.person.displayName} is told`).fill("Be kind to each other.");
  await dialog.getByRole("button", { name: "Warn the person" }).click();
  await expect(desk.page.getByRole("heading", { name: "Closed: Warned" })).toBeVisible();

  const warning = ben.page.getByRole("alertdialog", { name: "You have been warned" });
  await expect(warning).toContainText("Be kind to each other.");
  await ben.page.keyboard.press("Escape");
  await expect(warning).toBeVisible();
  await expectAccessible(ben.page);
  await warning.getByRole("button", { name: "I have read this" }).click();
  await expect(warning).toHaveCount(0);
  await expect(composer(ben.page)).toBeEditable();
  const told = notice(ada.page, "What came of your report");
  await expect(told).toContainText("The person was warned.");
  await told.getByRole("button", { name: "Put away" }).click();

  await desk.page.goto(`/admin/moderation/reports/${await complain()}`);
  await expect(desk.page.getByText("1 other report, 1 warning")).toBeVisible();
  await desk.page.getByRole("button", { name: "Suspend the person" }).click();
  await dialog.getByLabel("Reason").fill("again, after a warning");
  await dialog.getByLabel("Until", { exact: true }).fill("2099-01-01T12:00");
  await expectAccessible(desk.page);
  await desk.page.setViewportSize({ width: 390, height: 844 });
  expect(await width(desk.page)).toBe(390);
  await dialog.getByRole("button", { name: "Suspend the person" }).click();
  await expect(desk.page.getByRole("heading", { name: "Closed: Suspended" })).toBeVisible();
  await expect(told).toContainText("can no longer use this instance");
  await expect(ben.procedures.users.me.query()).rejects.toThrow("UNAUTHENTICATED");
  await desk.page.getByRole("link", { name: ben.person.displayName }).click();
  await expect(desk.page.getByText("again, after a warning").first()).toBeVisible();
});

test("filters flag, hold and refuse: authors are told, and what is let through arrives", async ({
  openAsNewPerson,
  openAs,
  admin,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const ben = await openAsNewPerson("Ben");
  const mona = await asModerator(await openAsNewPerson("Mona"), admin);
  const id = await groupOf(ada, ben);
  const word = (what: string) => `${what}${id.replace(/[^a-z]/g, "")}`;

  const desk = await openAs(administrator);
  await desk.page.goto("/admin/moderation/filters");
  for (const [text, action] of [
    [word("flagged"), "Flag"],
    [word("held"), "Hold"],
    [word("refused"), "Refuse"],
  ] as const) {
    await desk.page.getByRole("button", { name: "New rule" }).click();
    const dialog = desk.page.getByRole("dialog");
    await dialog.getByLabel("Text").fill(text);
    await dialog.getByRole("combobox", { name: "What happens" }).click();
    await desk.page.getByRole("option", { name: action, exact: true }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(desk.page.getByRole("row").filter({ hasText: text })).toContainText(action);
  }
  await expectAccessible(desk.page);
  await desk.page.getByLabel("Try a text").fill(`so ${word("held")} it is`);
  await desk.page.getByRole("button", { name: "Try", exact: true }).click();
  await expect(desk.page.getByText(`Hold: “${word("held")}” was found.`)).toBeVisible();

  await Promise.all([open(ada.page, id), open(ben.page, id)]);
  await say(ben.page, `a ${word("refused")} word`);
  await expect(row(ben.page, word("refused"))).toContainText(`“${word("refused")}” is not allowed here`);
  await row(ben.page, word("refused")).getByRole("button", { name: "Discard" }).click();
  await say(ben.page, `a ${word("flagged")} word`);
  await expect(row(ada.page, word("flagged"))).toBeVisible();

  await mona.page.goto("/admin/moderation/held");
  await expect(mona.page.getByRole("heading", { name: "Held back", level: 1 })).toBeVisible();
  const held = (text: string) => mona.page.getByRole("row").filter({ hasText: text });
  for (const nth of ["alpha", "beta", "gamma"]) {
    await say(ben.page, `${nth} ${word("held")}`);
    await expect(row(ben.page, nth)).toContainText("The moderators look at this message first");
    await expect(held(nth)).toBeVisible();
  }
  await expectAccessible(ben.page);
  await expectAccessible(mona.page);
  await expect(row(ada.page, word("held"))).toHaveCount(0);

  await held("alpha").getByRole("button", { name: "Let through" }).click();
  await expect(row(ada.page, "alpha")).toBeVisible();
  await expect(row(ben.page, "alpha")).not.toContainText("moderators");
  await expect(held("alpha")).toHaveCount(0);

  await held("beta").getByRole("button", { name: "Reject" }).click();
  const dialog = mona.page.getByRole("alertdialog");
  await dialog.getByRole("textbox", { name: "Reason" }).fill("not here");
  await dialog.getByRole("button", { name: "Reject" }).click();
  const told = notice(ben.page, "A message of yours was not delivered");
  await expect(told).toContainText("The moderators' reason: not here");
  await told.getByRole("button", { name: "Put away" }).click();

  // What its author takes back can no longer be let through.
  await row(ben.page, "gamma").getByRole("button", { name: "Take back" }).click();
  await expect(row(ben.page, "gamma")).toHaveCount(0);
  await expect(held("gamma")).toHaveCount(0);

  const { reports } = await admin.admin.moderation.list.query({ category: "filter", limit: 100 });
  const flagged = reports.find((each) => each.reported.id === ben.person.id);
  await mona.page.goto(`/admin/moderation/reports/${flagged?.id}`);
  await expect(mona.page.getByText(`The filter “${word("flagged")}” found this.`)).toBeVisible();
  await expectAccessible(mona.page);

  for (const each of await admin.admin.filters.list.query()) {
    if (each.text.endsWith(word(""))) await admin.admin.filters.delete.mutate({ id: each.id });
  }
});

test("a moderator keeps a view of the queue and dismisses all that it shows, with one answer", async ({
  openAsNewPerson,
  admin,
  expectAccessible,
}) => {
  const [ada, cleo, ben] = [
    await openAsNewPerson("Ada"),
    await openAsNewPerson("Cleo"),
    await openAsNewPerson("Ben"),
  ];
  const mona = await asModerator(await openAsNewPerson("Mona"), admin);
  for (const { procedures } of [ada, cleo]) {
    await procedures.moderation.reportPerson.mutate({
      userId: ben.person.id,
      category: "spam",
      text: "pills",
    });
  }
  const { page } = mona;
  await page.goto(`/admin/moderation?about=${ben.person.username}`);
  const rows = page.getByRole("row").filter({ hasText: ben.person.displayName });
  await expect(rows).toHaveCount(2);
  // Taking lists along is the administrators'.
  await expect(page.getByRole("button", { name: "Export", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Save this view…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("About Ben");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("menuitemcheckbox", { name: "In charge" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "In charge" })).toHaveCount(0);

  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await bar.getByRole("button", { name: "Dismiss", exact: true }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("heading", { name: "Dismiss 2 reports?" })).toBeVisible();
  await dialog.getByRole("textbox", { name: /Answer/ }).fill("We looked at it.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Dismiss", exact: true }).click();
  await expect(rows).toHaveCount(0);
  await expect(page.getByText("No report matches")).toBeVisible();
  for (const { procedures } of [ada, cleo]) {
    const { results } = await procedures.moderation.notices.query();
    expect(results[0]).toMatchObject({ outcome: "dismissed", answer: "We looked at it." });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
