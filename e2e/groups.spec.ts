import { expect, type Page } from "@playwright/test";
import { composer, groupOf, list, log, open, say } from "./chat";
import { test } from "./fixtures";

const details = (page: Page) => page.getByRole("region", { name: "Details" });

test("a group's life: renamed, described, somebody promoted, somebody removed, on open pages", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const owner = await openAsNewPerson("Olga");
  const member = await openAsNewPerson("Milo");
  const removed = await openAsNewPerson("Rita");
  const id = await groupOf(owner, member, removed);
  await Promise.all([owner, member, removed].map(({ page }) => open(page, id)));

  await owner.page.getByRole("link", { name: "Show details" }).click();
  const pane = details(owner.page);
  await pane.getByRole("button", { name: "Edit group" }).click();
  const dialog = owner.page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Harbour crew");
  await dialog.getByLabel("Description").fill("Everything about the harbour");
  await expectAccessible(owner.page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  for (const { page } of [owner, member, removed]) {
    await expect(page.getByRole("heading", { level: 2, name: "Harbour crew" })).toBeVisible();
  }
  await expect(log(member.page).getByText(/Olga .* renamed the group from/)).toBeVisible();
  await expect(log(owner.page).getByText(/You renamed the group from/)).toBeVisible();

  await pane.getByRole("button", { name: `Actions for ${member.person.displayName}` }).click();
  await owner.page.getByRole("menuitem", { name: "Make admin" }).click();
  await expect(log(member.page).getByText(/made you an admin/)).toBeVisible();
  await member.page.getByRole("link", { name: "Show details" }).click();
  await expect(details(member.page).getByRole("button", { name: "Edit group" })).toBeVisible();

  await pane.getByRole("button", { name: `Actions for ${removed.person.displayName}` }).click();
  await owner.page.getByRole("menuitem", { name: "Remove from group" }).click();
  await owner.page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(removed.page.getByText("There is no such conversation")).toBeVisible();
  await expect(list(removed.page).getByRole("link", { name: /Harbour crew/ })).toHaveCount(0);
  await say(owner.page, "She is gone");
  await expect(log(member.page).getByText("She is gone")).toBeVisible();
  await expect(removed.page.getByText("She is gone")).toHaveCount(0);
  await expectAccessible(owner.page);
});

test("announcements only and archiving take the composer away, live, and give it back", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const owner = await openAsNewPerson("Olga");
  const member = await openAsNewPerson("Milo");
  const conversationId = await groupOf(owner, member);
  await Promise.all([open(owner.page, conversationId), open(member.page, conversationId)]);
  await owner.procedures.conversations.update.mutate({ conversationId, announcementOnly: true });
  await expect(member.page.getByText("Only owners and admins write here.")).toBeVisible();
  await expect(composer(member.page)).toHaveCount(0);
  await say(owner.page, "Hear, hear");
  await expect(log(member.page).getByText("Hear, hear")).toBeVisible();
  await owner.procedures.conversations.update.mutate({ conversationId, announcementOnly: false });
  await expect(composer(member.page)).toBeVisible();

  await owner.page.getByRole("link", { name: "Show details" }).click();
  await details(owner.page).getByRole("button", { name: "Archive group" }).click();
  await owner.page.getByRole("alertdialog").getByRole("button", { name: "Archive group" }).click();
  for (const { page } of [owner, member])
    await expect(page.getByText(/This group is archived/)).toBeVisible();
  await expectAccessible(member.page);
  await details(owner.page).getByRole("button", { name: "Open group again" }).click();
  await expect(composer(member.page)).toBeVisible();
});

test("slow mode says how long to wait", async ({ openAsNewPerson }) => {
  const owner = await openAsNewPerson("Olga");
  const member = await openAsNewPerson("Milo");
  const conversationId = await groupOf(owner, member);
  await owner.procedures.conversations.update.mutate({ conversationId, slowModeSeconds: 60 });
  await open(member.page, conversationId);
  await expect(member.page.getByText("Slow mode: one message every 1 minute.")).toBeVisible();
  await say(member.page, "first");
  await say(member.page, "second");
  await expect(log(member.page).getByText(/You may write again in \d+ seconds/)).toBeVisible();
});

test("the last owner leaves only after naming a successor", async ({ openAsNewPerson }) => {
  const owner = await openAsNewPerson("Olga");
  const member = await openAsNewPerson("Milo");
  const id = await groupOf(owner, member);
  await Promise.all([open(owner.page, id), open(member.page, id)]);
  await owner.page.getByRole("link", { name: "Show details" }).click();
  await details(owner.page).getByRole("button", { name: "Leave group" }).click();
  await owner.page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  const successor = owner.page.getByRole("dialog");
  await successor.getByRole("combobox", { name: "Successor" }).click();
  await owner.page.getByRole("option", { name: member.person.displayName }).click();
  await successor.getByRole("button", { name: "Hand over and leave" }).click();
  await expect(list(owner.page).getByRole("link", { name: /Group of/ })).toHaveCount(0);
  await expect(log(member.page).getByText(/handed the group over to you/)).toBeVisible();
  await expect(log(member.page).getByText(/Olga .* left the group/)).toBeVisible();
});

test("an invitation link brings a stranger in: they register first and come back", async ({
  openAsNewPerson,
  browser,
  baseURL,
  admin,
  expectAccessible,
}) => {
  await admin.admin.settings.update.mutate({ signUpPolicy: "open", requireVerifiedEmail: false });
  const owner = await openAsNewPerson("Olga");
  const id = await groupOf(owner);
  await open(owner.page, id);
  await owner.page.getByRole("link", { name: "Show details" }).click();
  await details(owner.page).getByRole("button", { name: "Invite by link" }).click();
  const dialog = owner.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const url = await dialog.getByRole("textbox", { name: "New invitation link" }).inputValue();
  await expect(dialog.getByText("used 0 times")).toBeVisible();
  await expectAccessible(owner.page);

  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("link", { name: "Create one" }).click();
  const name = `stranger${Date.now()}`;
  await page.getByLabel("Display name").fill("Stella");
  await page.getByLabel("User name").fill(name);
  await page.getByLabel("E-mail address").fill(`${name}@example.org`);
  await page.getByRole("textbox", { name: "Password" }).fill("a good long password");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: /Join Group of Olga/ })).toBeVisible();
  await admin.admin.settings.update.mutate({ requireVerifiedEmail: true });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Join group" }).click();
  await expect(composer(page)).toBeVisible();
  await owner.page.keyboard.press("Escape");
  await expect(log(owner.page).getByText("Stella joined by an invitation link")).toBeVisible();

  await details(owner.page).getByRole("button", { name: "Invite by link" }).click();
  await expect(dialog.getByText("used 1 time")).toBeVisible();
  await dialog.getByRole("button", { name: /^Revoke/ }).click();
  await expect(dialog.getByText("There are no links in use.")).toBeVisible();
  const late = await openAsNewPerson("Late");
  await late.page.goto(url);
  await expect(late.page.getByRole("heading", { name: "This invitation is no longer valid" })).toBeVisible();
  await context.close();
});

test("a deleted group is gone for all, and comes back whole", async ({ openAsNewPerson }) => {
  const owner = await openAsNewPerson("Olga");
  const member = await openAsNewPerson("Milo");
  const id = await groupOf(owner, member);
  await Promise.all([open(owner.page, id), open(member.page, id)]);
  await say(owner.page, "Keep this");
  await expect(log(member.page).getByText("Keep this")).toBeVisible();
  await owner.page.getByRole("link", { name: "Show details" }).click();
  await details(owner.page).getByRole("button", { name: "Delete group" }).click();
  await owner.page.getByRole("alertdialog").getByRole("button", { name: "Delete group" }).click();
  await expect(member.page.getByText("There is no such conversation")).toBeVisible();
  await list(owner.page).getByRole("button", { name: "Browse groups" }).click();
  await owner.page.getByRole("button", { name: /^Restore: Group of Olga/ }).click();
  await owner.page.keyboard.press("Escape");
  await list(member.page)
    .getByRole("link", { name: /Group of Olga/ })
    .click();
  await expect(log(member.page).getByText("Keep this")).toBeVisible();
  await expect(log(member.page).getByText(/restored the group/)).toBeVisible();
});

test("favourites stand in front, muted groups keep silent, and unread can be marked anew", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  expectAccessible,
}) => {
  const writer = await openAsNewPerson("Writer");
  const reader = await createPerson("Reader");
  const [desk, phone] = [await openAs(reader), await openAs(reader)];
  const id = await groupOf(writer, desk);
  const other = await writer.procedures.conversations.createGroup.mutate({
    name: "The other one",
    memberIds: [reader.id],
  });
  await Promise.all([open(writer.page, id), open(desk.page, id), phone.page.goto("/c")]);
  await desk.page.getByRole("button", { name: "Conversation menu" }).click();
  await desk.page.getByRole("menuitemcheckbox", { name: "Favourite" }).click();
  await expect(list(phone.page).getByRole("heading", { name: "Favourites" })).toBeVisible();
  await expect(
    list(phone.page)
      .getByRole("link", { name: /Group of Writer|The other one/ })
      .first(),
  ).toContainText("Group of Writer");
  await desk.page.getByRole("button", { name: "Conversation menu" }).click();
  await desk.page.getByRole("menuitem", { name: "Until I turn it on again" }).click();
  await list(desk.page)
    .getByRole("link", { name: /The other one/ })
    .click();
  await say(writer.page, "psst");
  const entry = list(phone.page).getByRole("link", { name: /Group of Writer/ });
  await expect(entry).toContainText("1 unread");
  await expect(entry.getByRole("img", { name: "muted" })).toBeVisible();
  await expect(phone.page).not.toHaveTitle(/^\(/);
  await expectAccessible(phone.page);

  await list(desk.page)
    .getByRole("link", { name: /Group of Writer/ })
    .click();
  await expect(entry).not.toContainText("unread");
  await desk.page.getByRole("button", { name: "Conversation menu" }).click();
  await desk.page.getByRole("menuitem", { name: "Mark as unread" }).click();
  await expect(entry).toContainText("1 unread");
  await entry.click();
  await expect(log(phone.page).getByText("psst")).toBeVisible();
  await expect(list(desk.page).getByRole("link", { name: /Group of Writer/ })).not.toContainText("unread");
  await writer.procedures.messages.send.mutate({
    id: (await import("uuid")).v7(),
    conversationId: other.id,
    body: "one more",
  });
  await phone.page.getByRole("button", { name: "Mark all as read" }).click();
  await expect(list(phone.page).getByText(/unread/)).toHaveCount(0);
});

test("somebody finds a public group by its name, joins it, writes there, and leaves", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const owner = await openAsNewPerson("Olga");
  const guest = await openAsNewPerson("Gil");
  const name = `Open harbour ${owner.person.username}`;
  const { id } = await owner.procedures.conversations.createGroup.mutate({ name, visibility: "public" });
  await open(owner.page, id);

  await guest.page.goto("/c");
  await list(guest.page).getByRole("button", { name: "Browse groups" }).click();
  const dialog = guest.page.getByRole("dialog");
  await dialog.getByRole("searchbox", { name: "Find a group" }).fill(name.slice(5));
  await dialog.getByRole("button", { name: `Join: ${name}` }).waitFor();
  await expectAccessible(guest.page);
  await dialog.getByRole("button", { name: `Join: ${name}` }).click();
  await guest.page.waitForURL(`**/c/${id}`);
  await expect(log(owner.page).getByText(/Gil .* joined/)).toBeVisible();
  await say(guest.page, "Here I am");
  await expect(log(owner.page).getByText("Here I am")).toBeVisible();

  await guest.page.getByRole("link", { name: "Show details" }).click();
  await details(guest.page).getByRole("button", { name: "Leave group" }).click();
  await guest.page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await expect(list(guest.page).getByRole("link", { name })).toHaveCount(0);
  await expect(log(owner.page).getByText(/Gil .* left/)).toBeVisible();
});
