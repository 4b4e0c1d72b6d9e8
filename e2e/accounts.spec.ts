import { expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { log, open, say } from "./chat";
import { test } from "./fixtures";
import { linkTo, mailTo } from "./mail";
import { administrator } from "./product";

/** Types a name and a password into the page that asks for them. */
async function fillSignIn(page: Page, { login, password }: { login: string; password: string }) {
  await page.getByLabel("E-mail address or user name").fill(login);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("somebody follows an invitation link, registers, confirms by mail, signs in and is where the link led", async ({
  browser,
  baseURL,
  admin,
  openAsNewPerson,
  expectAccessible,
}) => {
  const owner = await openAsNewPerson("Olivia");
  const group = await owner.procedures.conversations.createGroup.mutate({ name: "Harbour", memberIds: [] });
  const { url } = await owner.procedures.conversations.links.create.mutate({
    ...{ conversationId: group.id, lifetimeHours: 24, maxUses: 1 },
  });
  const page = await (await browser.newContext({ baseURL })).newPage();
  const username = `guest${Date.now().toString(36)}`;
  const [email, password] = [`${username}@example.org`, "a few words in a row"];
  await page.goto(url);
  await page.getByRole("link", { name: "Create one" }).click();
  await page.getByLabel("Display name").fill("Guest");
  await page.getByLabel("User name").fill(username);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  await page.goto(await linkTo(email, "Confirm your e-mail address"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("status")).toContainText("Your address is confirmed");
  await expectAccessible(page);
  const { users } = await admin.admin.users.list.query({ query: username });
  if (users[0]?.status === "pending") await admin.admin.users.approve.mutate({ userId: users[0].id });
  await page.getByRole("link", { name: "Sign in" }).click();
  await fillSignIn(page, { login: email, password });
  await expect(page.getByRole("button", { name: "Join group" })).toBeVisible();
  await page.getByRole("button", { name: "Join group" }).click();
  await page.waitForURL(`**/c/${group.id}`);
});

test("whoever forgot their password chooses another by mail, and is signed out where they were", async ({
  browser,
  baseURL,
  createPerson,
  openAs,
  expectAccessible,
}) => {
  const person = await createPerson("Fiona");
  const old = await openAs(person);
  await old.page.goto("/account/security");
  await expect(old.page.getByRole("heading", { name: "Security", level: 1 })).toBeVisible();
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgotten password" })).toBeVisible();
  await page.getByLabel("E-mail address or user name").fill(person.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await expect(page.getByText("If there is such an account")).toBeVisible();
  await expectAccessible(page);
  const link = await linkTo(person.email, "Choose a new password");
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel("New password", { exact: true }).fill("another few words in a row");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL("**/c");
  await mailTo(person.email, "Your password was changed");
  await old.page.goto("/account/security");
  await expect(old.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await fillSignIn(old.page, person);
  await expect(old.page.getByText("The name or the password is not right.")).toBeVisible();
  await fillSignIn(old.page, { ...person, password: "another few words in a row" });
  await old.page.waitForURL("**/account/security");
  await page.goto(link);
  await expect(page.getByText("Links for a new password work once")).toBeVisible();
});

test("a new e-mail address counts once it is confirmed there, and the old one is told", async ({
  createPerson,
  openAs,
}) => {
  const person = await createPerson("Clara");
  const { page } = await openAs(person);
  const next = `new.${person.username}@example.org`;
  await page.goto("/account/profile");
  const section = page.getByRole("region", { name: "E-mail address" });
  await section.getByLabel("New e-mail address").fill(next);
  await section.getByLabel("Present password", { exact: true }).fill("wrong");
  await section.getByRole("button", { name: "Change address" }).click();
  await expect(section.getByText("This is not your present password.")).toBeVisible();
  await section.getByLabel("Present password", { exact: true }).fill(person.password);
  await section.getByRole("button", { name: "Change address" }).click();
  await expect(section.getByText(`${next} waits to be confirmed`)).toBeVisible();
  await expect(section.getByText(person.email, { exact: true })).toBeVisible();
  await mailTo(person.email, "Your e-mail address is about to change");
  await page.goto(await linkTo(next, "Confirm your new e-mail address"));
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your e-mail address was changed.")).toBeVisible();
  await mailTo(person.email, "Your e-mail address was changed");
  await page.getByRole("link", { name: "To the conversations" }).click();
  await page.goto("/account/profile");
  await expect(section.getByText(next, { exact: true })).toBeVisible();
});

test("somebody suspended is signed out, and told at sign-in why and until when", async ({
  admin,
  createPerson,
  openAs,
  expectAccessible,
}) => {
  const person = await createPerson("Sue");
  const { page } = await openAs(person);
  await page.goto("/account/security");
  // Nowhere that would leave for the sign-in by itself, at the same moment.
  await page.goto("about:blank");
  const until = new Date(Date.UTC(new Date().getUTCFullYear() + 1, 4, 17, 9, 30)).toISOString();
  await admin.admin.users.suspend.mutate({ userId: person.id, reason: "Spam in every group", until });
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  const told = page.getByRole("alert").filter({ hasText: "Your account is suspended" });
  await expect(told).toContainText("May 17");
  await expect(told).toContainText("9:30 AM");
  await expect(told).toContainText("Reason: Spam in every group");
  await expectAccessible(page);
  await mailTo(person.email, "Your account is suspended");
});

for (const choice of ["keep", "remove"] as const) {
  test(`somebody deletes their account and chooses to ${choice} what they wrote`, async ({
    createPerson,
    openAs,
    openAsNewPerson,
    expectAccessible,
  }) => {
    const reader = await openAsNewPerson("Reader");
    const person = await createPerson("Dora");
    const dora = await openAs(person);
    const { id } = await reader.procedures.conversations.createGroup.mutate({
      ...{ name: "Quay", memberIds: [person.id] },
    });
    await open(dora.page, id);
    await say(dora.page, "The tide is in");
    await open(reader.page, id);
    const message = log(reader.page).getByRole("article").filter({ hasText: "The tide is in" });
    await expect(message).toContainText(person.displayName);

    await dora.page.goto("/account/profile");
    await dora.page.getByRole("button", { name: "Delete account" }).click();
    const section = dora.page.getByRole("region", { name: "Leave" });
    if (choice === "remove") {
      await section.getByRole("combobox", { name: "What you wrote" }).selectOption("Remove it everywhere");
    }
    await section.getByLabel("Present password", { exact: true }).fill(person.password);
    await expectAccessible(dora.page);
    await section.getByRole("button", { name: "Delete my account for good" }).click();
    await dora.page.waitForURL("**/sign-in");
    await mailTo(person.email, "Your account was deleted");
    await fillSignIn(dora.page, person);
    await expect(dora.page.getByText("The name or the password is not right.")).toBeVisible();

    await expect(log(reader.page).getByText(person.displayName)).toHaveCount(0);
    if (choice === "keep") {
      await expect(message).toContainText("Deleted user");
      await expect(message).toContainText("The tide is in");
    } else await expect(message).toHaveCount(0);
  });
}

test("somebody who was deleted is called so in the reader's own language, wherever their name stood", async ({
  createPerson,
  openAs,
  openAsNewPerson,
}) => {
  const reader = await openAsNewPerson("Lena", { locale: "de-DE" });
  const person = await createPerson("Dora");
  const dora = await openAs(person);
  const { id: conversationId } = await reader.procedures.conversations.createGroup.mutate({
    ...{ name: "Quay", memberIds: [person.id] },
  });
  const word = `flood${Date.now().toString(36)}`;
  const send = (by: typeof dora, body: string, threadRootId?: string) =>
    by.procedures.messages.send.mutate({ id: v7(), conversationId, body, threadRootId });
  const root = await send(dora, `The tide is in, ${word}`);
  await send(reader, "so it is", root.id);
  const calm = await send(reader, "calm now");
  await dora.procedures.messages.reactions.add.mutate({ conversationId, messageId: calm.id, emoji: "🎂" });
  await reader.procedures.messages.forward.mutate({
    ...{ id: v7(), conversationId, messageId: root.id, toConversationId: conversationId },
  });
  const { page } = reader;
  await page.goto(`/c/${conversationId}`);
  const articles = page.getByRole("log").getByRole("article");
  await expect(articles.filter({ hasText: `Weitergeleitet: ${person.displayName}` })).toBeVisible();

  // What comes after the page was read shows that it listens.
  await send(dora, "farewell");
  await expect(articles.filter({ hasText: "farewell" })).toBeVisible();

  await dora.procedures.account.delete.mutate({ currentPassword: person.password, messages: "keep" });
  await expect(articles.filter({ hasText: "Weitergeleitet: Gelöschte Person" })).toBeVisible();
  await expect(page.getByText(person.displayName)).toHaveCount(0);
  await articles.filter({ hasText: "calm now" }).hover();
  await articles.filter({ hasText: "calm now" }).getByRole("button", { name: "Mehr", exact: true }).click();
  await page.getByRole("menuitem", { name: "Wer reagiert hat" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem")).toContainText("Gelöschte Person");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Threads", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("Gelöschte Person");
  await page.goto(`/c/search?q=${word}`);
  await expect(page.getByText("Gelöschte Person").first()).toBeVisible();
  await expect(page.getByText("Deleted user")).toHaveCount(0);

  const admin = await openAs(administrator, { locale: "de-DE" });
  await admin.page.goto(`/admin/audit?target=${person.id}&type=user`);
  await expect(admin.page.getByRole("table", { name: "Einträge", exact: true })).toContainText(
    `Entfernte Person ${person.id.slice(0, 8)}`,
  );
  await expect(admin.page.getByText("Deleted user")).toHaveCount(0);
});
