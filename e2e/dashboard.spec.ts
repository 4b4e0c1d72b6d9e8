import { expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { test } from "./fixtures";
import { procedures } from "./procedures";
import { administrator } from "./product";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test("a registration that waits for approval appears on an open dashboard, and leads to it", async ({
  openAs,
  openAsNewPerson,
  admin,
  expectAccessible,
}) => {
  const { page } = await openAs(administrator);
  await page.goto("/admin");
  await expect(heading(page, "Dashboard")).toBeVisible();
  const waiting = page.getByRole("region", { name: "Needs a hand" });
  await expect(waiting).toBeVisible();
  await expect(page.getByRole("region", { name: "Health" }).getByText("Database")).toBeVisible();
  await expectAccessible(page);
  await admin.admin.settings.update.mutate({ signUpPolicy: "approval" });
  const username = `waits${v7().slice(-12)}`;
  await procedures(null).users.register.mutate({
    username,
    displayName: username,
    email: `${username}@example.org`,
    password: `password of ${username}`,
  });
  const approvals = waiting.getByRole("link", { name: /waits? for approval/ });
  const counted = async () =>
    (await admin.admin.dashboard.get.query()).matters.find(({ kind }) => kind === "approvals")?.count;
  // Others register meanwhile: what is shown follows.
  await expect(approvals).toBeVisible();
  await expect
    .poll(async () => Number.parseInt((await approvals.textContent()) ?? "", 10) - ((await counted()) ?? 0))
    .toBe(0);

  // A message that somebody sends is drawn without anybody asking.
  const lively = page.getByRole("region", { name: "Right now" });
  const writer = await openAsNewPerson("Wanda");
  const { id: conversationId } = await writer.procedures.conversations.createGroup.mutate({ name: "Pulse" });
  await writer.page.goto("/");
  await writer.procedures.messages.send.mutate({ id: v7(), conversationId, body: "felt" });
  await expect(lively.getByText("Online").locator("..")).toContainText(/[1-9]/);
  await expect
    .poll(async () =>
      Number((await lively.getByText("In the last hour").locator("..").textContent())?.match(/\d+$/)?.[0]),
    )
    .toBeGreaterThan(0);

  await approvals.click();
  await expect(heading(page, "People")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: username })).toBeVisible();
});

test("moderators see their part of the dashboard, on a phone and in the dark", async ({
  openAs,
  createPerson,
  admin,
  expectAccessible,
}) => {
  const moderator = await createPerson("Mona");
  await admin.admin.users.setRole.mutate({ userId: moderator.id, role: "moderator", reason: "a story" });
  const { page } = await openAs(moderator, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await page.goto("/admin");
  await expect(heading(page, "Dashboard")).toBeVisible();
  await expect(page.getByRole("region", { name: "Right now" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Health" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Done last" })).toBeHidden();
  expect(await width(page)).toBe(390);
  await expectAccessible(page);
});
