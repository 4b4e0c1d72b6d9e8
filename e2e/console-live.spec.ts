import { expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { test } from "./fixtures";
import { procedures } from "./procedures";
import { administrator } from "./product";

const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });

/** How long what somebody else did may take to be seen: lists read at most once in three seconds. */
const soon = { timeout: 15_000 };

/** Fails the page's next reload: what is seen has come by itself. */
async function neverAgain(page: Page) {
  await page.evaluate(() => Object.assign(window, { neverReloaded: true }));
  return async () =>
    expect(await page.evaluate(() => "neverReloaded" in window), "the page was loaded again").toBe(true);
}

test("the console's conversations, the list and one of them, follow what others do", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  admin,
}) => {
  const owner = await openAsNewPerson("Olga");
  const guest = await createPerson("Gil");
  const prefix = `Living ${owner.person.username}`;
  const { page: list } = await openAs(administrator);
  await list.goto(`/admin/conversations?${new URLSearchParams({ q: prefix })}`);
  await expect(list.getByText("No conversation matches")).toBeVisible();
  const listStayed = await neverAgain(list);

  const { id } = await owner.procedures.conversations.createGroup.mutate({ name: `${prefix} one` });
  const row = list.getByRole("row").filter({ hasText: prefix });
  await expect(row).toContainText(`${prefix} one`, soon);

  const { page: one } = await openAs(administrator);
  await one.goto(`/admin/conversations/${id}`);
  await expect(heading(one, `${prefix} one`)).toBeVisible();
  const oneStayed = await neverAgain(one);
  await owner.procedures.conversations.addMembers.mutate({ conversationId: id, userIds: [guest.id] });
  await expect(one.getByRole("row").filter({ hasText: guest.displayName })).toBeVisible(soon);
  await owner.procedures.conversations.update.mutate({ conversationId: id, name: `${prefix} two` });
  await expect(heading(one, `${prefix} two`)).toBeVisible(soon);
  await expect(row).toContainText(`${prefix} two`, soon);

  const selected = { kind: "these" as const, ids: [id] };
  await admin.admin.conversations.work.mutate({ action: "archive", selected, reason: "quiet" });
  await expect(one.getByRole("button", { name: "Reopen", exact: true })).toBeVisible(soon);
  await expect(row).toHaveCount(0, soon);
  await listStayed();
  await oneStayed();
});

test("the console's list of people follows who comes and what others decide", async ({ openAs, admin }) => {
  await admin.admin.settings.update.mutate({ signUpPolicy: "approval" });
  const username = `lively${v7().slice(-12)}`;
  const { page } = await openAs(administrator);
  await page.goto(`/admin/people?show=pending&q=${username}`);
  await expect(page.getByText("Nobody found")).toBeVisible();
  const stayed = await neverAgain(page);
  const password = `password of ${username}`;
  const email = `${username}@example.org`;
  await procedures(null).users.register.mutate({ username, displayName: username, email, password });
  const row = page.getByRole("row").filter({ hasText: username });
  await expect(row).toBeVisible(soon);

  // Another administrator is faster.
  const { users } = await admin.admin.users.list.query({ query: username });
  await admin.admin.users.approve.mutate({ userId: users[0]?.id ?? "" });
  await expect(row).toHaveCount(0, soon);
  await stayed();
});
