import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { v7 } from "uuid";
import { test } from "./fixtures";
import { administrator, databaseUrl } from "./product";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name, level: 1 });
const confirm = (page: Page, name: string) =>
  page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Lets an open access end in a few seconds instead of minutes. */
async function hasten(conversationId: string, seconds: number) {
  const sql = postgres(databaseUrl(), { max: 1 });
  try {
    await sql`
      update break_glass_grants set expires_at = now() + ${seconds}::int * interval '1 second'
      where conversation_id = ${conversationId} and status = 'active'`;
  } finally {
    await sql.end();
  }
}

test("a private conversation is read for a reason, by two administrators' consent, for a time", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  admin,
  expectAccessible,
}) => {
  test.slow();
  const owner = await openAsNewPerson("Olga");
  const member = await createPerson("Mina");
  const { id: conversationId } = await owner.procedures.conversations.createGroup.mutate({
    name: `Vault ${owner.person.username}`,
    memberIds: [member.id],
  });
  const said = "the combination is 1234";
  const { procedures: memberProcedures } = await openAs(member);
  await memberProcedures.messages.send.mutate({ id: v7(), conversationId, body: said });
  const deputy = await createPerson("Dora");
  await admin.admin.users.setRole.mutate({ userId: deputy.id, role: "admin", reason: "a story" });
  const first = await openAs(administrator);
  const second = await openAs(deputy, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
  await admin.admin.settings.update.mutate({ breakGlassNeedsSecondAdmin: true });
  try {
    // One asks, from the conversation's own page, where nothing of what was said is shown.
    await second.page.goto("/admin/break-glass?status=requested");
    await expect(heading(second.page, "Private access")).toBeVisible();
    const { page } = first;
    await page.goto(`/admin/conversations/${conversationId}`);
    await expect(heading(page, /^Vault/)).toBeVisible();
    await expect(page.getByText(said)).toBeHidden();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Ask to read…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("A second administrator has to agree")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("theft");
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog.getByText(/at least 10 characters/)).toBeVisible();
    await expectAccessible(page);
    const reason = `a complaint of theft ${conversationId.slice(-6)}`;
    await dialog.getByRole("textbox", { name: "Reason" }).fill(reason);
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByRole("region", { name: "Reading what is said" }).getByRole("link").first().click();
    await expect(page.getByText("Your request waits for a second administrator. The")).toBeVisible();
    await expect(page.getByText(said)).toBeHidden();

    // The other hears of it at once, and agrees.
    const row = second.page.getByRole("row").filter({ hasText: reason });
    await expect(row).toBeVisible();
    expect(await width(second.page)).toBe(390);
    await expectAccessible(second.page);
    await row.getByRole("button", { name: "Agree", exact: true }).click();
    await expectAccessible(second.page);
    await confirm(second.page, "Agree");
    await expect(row).toBeHidden();

    // The first one's page opens by itself; what is read is told to the owner and stands in the audit log.
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByRole("timer")).toContainText("14:");
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await width(page)).toBe(390);
    await owner.page.goto("/");
    await expect(owner.page.getByText("A conversation of yours was opened")).toBeVisible();
    await expect(owner.page.getByText(reason)).toBeVisible();
    const actions = async () => {
      const filter = { targetType: "conversation", targetId: conversationId };
      const { entries } = await admin.admin.audit.list.query({ filter });
      return entries.map(({ action }) => action).filter((action) => action.startsWith("break-glass."));
    };
    expect(await actions()).toEqual(["break-glass.read", "break-glass.opened", "break-glass.requested"]);

    // At its time the page closes itself.
    await hasten(conversationId, 25);
    await page.reload();
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText("This access has ended.")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(said)).toBeHidden();
    await expect(page.getByRole("timer")).toBeHidden();

    // Asked again, agreed to, and ended by hand.
    await page.goto(`/admin/conversations/${conversationId}`);
    await page.getByRole("button", { name: "Ask to read…" }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Reason" }).fill(`${reason}, once more`);
    await page.getByRole("dialog").getByRole("button", { name: "Ask", exact: true }).click();
    await second.page
      .getByRole("row")
      .filter({ hasText: "once more" })
      .getByRole("button", { name: "Agree" })
      .click();
    await confirm(second.page, "Agree");
    await page.getByRole("link", { name: "Read", exact: true }).first().click();
    await expect(page.getByText(said)).toBeVisible();
    await page.getByRole("button", { name: "End now" }).click();
    await confirm(page, "End now");
    await expect(page.getByText("This access has ended.")).toBeVisible();
    await expect(page.getByText(said)).toBeHidden();
    expect((await actions())[0]).toBe("break-glass.ended");
  } finally {
    await admin.admin.settings.update.mutate({ breakGlassNeedsSecondAdmin: false });
  }
});
