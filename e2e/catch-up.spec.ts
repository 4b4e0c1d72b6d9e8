import { expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { composer, groupOf, list, log } from "./chat";
import { cuttable } from "./cuttable";
import { test } from "./fixtures";

const details = (page: Page) => page.getByRole("region", { name: "Details" });

for (const when of ["between the reading of a page and its first connection", "while it was cut off"]) {
  test(`what happened to conversations ${when} shows as soon as the page hears again`, async ({
    openAsNewPerson,
  }) => {
    const owner = await openAsNewPerson("Olga");
    const member = await openAsNewPerson("Milo");
    const third = await openAsNewPerson("Rita");
    const { conversations, account } = owner.procedures;
    const name = (what: string) => `${what} of ${owner.person.displayName}`;
    const group = async (what: string) =>
      (await conversations.createGroup.mutate({ name: name(what), memberIds: [member.person.id] })).id;
    const open = await groupOf(owner, member, third);
    await owner.procedures.messages.send.mutate({
      id: v7(),
      conversationId: open,
      body: "Before",
    });
    const [archived, deleted, left] = [await group("Archive"), await group("Deleted"), await group("Left")];

    const { page } = member;
    const network = await cuttable(member);
    const entry = (what: string) => list(page).getByRole("link", { name: new RegExp(name(what)) });
    const first = when.startsWith("between");
    if (first) await network.deafen();
    await page.goto(`/c/${open}/details`);
    await expect(composer(page)).toBeVisible();
    await expect(page.getByRole("heading", { name: "3 members" })).toBeVisible();
    for (const what of ["Archive", "Deleted", "Left"]) await expect(entry(what)).toBeVisible();
    await expect(details(page).getByRole("button", { name: "Edit group" })).toHaveCount(0);
    if (!first) {
      await expect(page.getByText("Reconnecting…")).toHaveCount(0);
      await network.deafen();
    }
    await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 30_000 });

    await conversations.update.mutate({ conversationId: open, name: name("Renamed") });
    await conversations.setRole.mutate({ conversationId: open, userId: member.person.id, role: "admin" });
    await conversations.removeMember.mutate({ conversationId: open, userId: third.person.id });
    await conversations.archive.mutate({ conversationId: archived });
    await conversations.delete.mutate({ conversationId: deleted });
    await conversations.removeMember.mutate({ conversationId: left, userId: member.person.id });
    await group("New");
    await account.updateProfile.mutate({ displayName: "Olga the Elder" });
    // Nothing of it has reached the page.
    await expect(page.getByRole("heading", { name: "3 members" })).toBeVisible();
    await expect(entry("Deleted")).toBeVisible();

    await network.restore();
    await expect(page.getByRole("heading", { level: 2, name: name("Renamed") })).toBeVisible({
      timeout: 30_000,
    });
    await expect(entry("Renamed")).toBeVisible();
    await expect(details(page).getByRole("button", { name: "Edit group" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "2 members" })).toBeVisible();
    await expect(entry("Archive").getByRole("img", { name: "archived" })).toBeVisible();
    await expect(entry("New")).toBeVisible();
    await expect(entry("Deleted")).toHaveCount(0);
    await expect(entry("Left")).toHaveCount(0);
    await expect(
      log(page).getByRole("article").filter({ hasText: "Before" }).getByText("Olga the Elder"),
    ).toBeVisible();
  });
}

test("a page that comes back asks for its name and its channels in one round trip", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  const network = await cuttable(bo);
  await bo.page.goto(`/c/${id}`);
  await ada.procedures.messages.send.mutate({ id: v7(), conversationId: id, body: "before" });
  await expect(log(bo.page).getByText("before", { exact: true })).toBeVisible();
  const asked: string[] = [];
  bo.page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes("authenticateSocket")) asked.push(pathname);
  });
  await network.deafen();
  await expect(bo.page.getByText("Reconnecting…")).toBeVisible({ timeout: 30_000 });
  await network.restore();
  await expect.poll(() => asked.length, { timeout: 30_000 }).toBeGreaterThan(0);
  for (const pathname of asked) expect(pathname).toContain("conversations.authorizeChannels");
});

test("a page that was not admitted to its channels, because nobody answered, asks again and hears", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  let refused = 0;
  await bo.page.route(/conversations\.authorizeChannels/, (route) => {
    refused += 1;
    return refused <= 2 ? route.abort() : route.fallback();
  });
  await bo.page.goto(`/c/${id}`);
  await expect(composer(bo.page)).toBeVisible();
  await expect.poll(() => refused, { timeout: 30_000 }).toBeGreaterThan(2);
  for (const body of ["one", "two", "three"]) {
    await ada.procedures.messages.send.mutate({ id: v7(), conversationId: id, body });
    await expect(log(bo.page).getByText(body, { exact: true })).toBeVisible();
  }
});

test("what a page missed it asks for once, however long the answer takes and whatever is written meanwhile", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  const write = (body: string) => ada.procedures.messages.send.mutate({ id: v7(), conversationId: id, body });
  const { page } = bo;
  const network = await cuttable(bo);
  await page.goto(`/c/${id}`);
  await write("before");
  await expect(log(page).getByText("before", { exact: true })).toBeVisible();
  await network.deafen();
  await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 30_000 });
  await write("missed");

  let asked = 0;
  let answer = () => {};
  const mayBeAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/messages\.catchUp/, async (route) => {
    asked += 1;
    await mayBeAnswered;
    await route.fallback();
  });
  await network.restore();
  await expect.poll(() => asked, { timeout: 30_000 }).toBe(1);
  // Longer than a change may overtake another one.
  const until = Date.now() + 1_000;
  for (let n = 1; n === 1 || Date.now() < until; n++) {
    await write(`meanwhile ${n}`);
    await expect(log(page).getByText(`meanwhile ${n}`, { exact: true })).toBeVisible();
  }
  answer();
  await expect(log(page).getByText("missed", { exact: true })).toBeVisible();
  await write("after");
  await expect(log(page).getByText("after", { exact: true })).toBeVisible();
  expect(asked).toBe(1);
});
