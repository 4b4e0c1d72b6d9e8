import { expect, type Locator, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { composer, groupOf, log, open, say } from "./chat";
import { test } from "./fixtures";

const row = (page: Page, text: string) => log(page).getByRole("article").filter({ hasText: text });

/** Chooses from a message's menu, and waits until the menu is gone. */
async function choose(page: Page, message: Locator, item: string) {
  await message.hover();
  await message.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
  await expect(page.getByRole("menu")).toHaveCount(0);
}

test("a message is edited, read back, deleted and brought back, and the other sees it all live", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await Promise.all([open(ada.page, id), open(bo.page, id)]);

  await say(ada.page, "the frist word");
  await expect(row(bo.page, "frist")).toBeVisible();
  await composer(ada.page).press("ArrowUp");
  await ada.page
    .getByRole("textbox", { name: "Edit message" })
    .fill(`@${bo.person.username}, the **first** word`);
  await ada.page.keyboard.press("Enter");
  const theirs = row(bo.page, "first");
  await expect(theirs).toContainText("(edited)");
  await expect(theirs.getByText(`@${bo.person.displayName}`)).toBeVisible();
  await expect(theirs.locator("strong")).toHaveText("first");

  await choose(ada.page, row(ada.page, "first"), "Edit history");
  await expect(ada.page.getByRole("dialog").getByText("the frist word")).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.keyboard.press("Escape");

  await choose(ada.page, row(ada.page, "first"), "Delete");
  await expect(log(bo.page).getByText("This message was deleted.")).toBeVisible();
  await expect(row(bo.page, "first")).toHaveCount(0);
  await ada.page.getByRole("button", { name: "Undo" }).click();
  await expect(row(bo.page, "first")).toBeVisible();
});

test("reactions, a pin and a thread arrive live; what is saved stays one's own", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await Promise.all([open(ada.page, id), open(bo.page, id)]);
  await say(bo.page, "who brings cake?");
  const [hers, his] = [row(ada.page, "cake"), row(bo.page, "cake")];

  await hers.hover();
  await hers.getByRole("button", { name: "React", exact: true }).click();
  await ada.page.getByRole("searchbox", { name: "Find an emoji" }).fill("birthday cake");
  await ada.page.getByRole("button", { name: "birthday cake", exact: true }).click();
  const reaction = his.getByRole("button", { name: "🎂: 1 person" });
  await reaction.click();
  await expect(hers.getByRole("button", { name: "🎂: 2 people" })).toBeVisible();

  await choose(ada.page, hers, "Pin");
  await expect(his.getByText("Pinned")).toBeVisible();
  await choose(bo.page, his, "Save for later");
  await expect(his.getByText("Saved", { exact: true })).toBeVisible();
  await expect(hers.getByText("Saved", { exact: true })).toHaveCount(0);

  await hers.hover();
  await hers.getByRole("button", { name: "Reply in thread" }).click();
  const thread = ada.page.getByRole("dialog", { name: "Thread" });
  await thread.getByRole("textbox", { name: "Message", exact: true }).fill("I do");
  await ada.page.keyboard.press("Enter");
  await expect(his.getByRole("button", { name: /1 reply/ })).toBeVisible();
  await expect(log(bo.page).getByText("I do")).toHaveCount(0);
  await expect(bo.page.getByRole("button", { name: "1 thread with new replies" })).toBeVisible();
  await his.getByRole("button", { name: /1 reply/ }).click();
  await expect(bo.page.getByRole("dialog", { name: "Thread" }).getByText("I do")).toBeVisible();
  await expectAccessible(bo.page);
  await bo.page.keyboard.press("Escape");
  await expect(bo.page.getByRole("button", { name: "Threads", exact: true })).toBeVisible();
});

test("what is being written is on every device, and can wait to be sent", async ({
  openAs,
  createPerson,
}) => {
  const person = await createPerson("Ada");
  const [desk, phone] = [await openAs(person), await openAs(person)];
  const id = await groupOf(desk);
  await Promise.all([open(desk.page, id), open(phone.page, id)]);
  await composer(desk.page).fill("half a thou");
  await expect(composer(phone.page)).toHaveValue("half a thou");
  await composer(phone.page).fill("half a thought");
  await expect(composer(desk.page)).toHaveValue("half a thought");

  await desk.page.getByRole("button", { name: "Send later" }).click();
  await desk.page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(composer(phone.page)).toHaveValue("");
  await phone.page.getByRole("button", { name: "To be sent later" }).click();
  const waiting = phone.page.getByRole("dialog");
  await expect(waiting.getByText("half a thought")).toBeVisible();
  await waiting.getByRole("button", { name: "Do not send" }).click();
  await expect(waiting.getByText("Nothing is waiting")).toBeVisible();
});

test("a message is forwarded with its origin, one that is too long is not sent, and many unread ones have a beginning", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  const { id: direct } = await bo.procedures.conversations.openDirect.mutate({ userId: ada.person.id });
  await open(bo.page, id);
  await say(bo.page, "the harbour opens at six");
  await choose(bo.page, row(bo.page, "harbour"), "Forward");
  const dialog = bo.page.getByRole("dialog", { name: "Forward message" });
  await dialog.getByRole("searchbox", { name: "Find a conversation" }).fill(ada.person.displayName);
  await expectAccessible(bo.page);
  await dialog.getByRole("button", { name: new RegExp(`^(?!Group of).*${ada.person.displayName}`) }).click();
  await expect(dialog).toBeHidden();
  await open(ada.page, direct);
  await expect(row(ada.page, "harbour")).toContainText(
    `Forwarded: ${bo.person.displayName} in Group of ${ada.person.displayName}`,
  );

  await composer(ada.page).fill("x".repeat(8_001));
  await expect(ada.page.getByText("Too long by 1 character: a message has at most 8,000.")).toBeVisible();
  await composer(ada.page).press("Enter");
  await composer(ada.page).press("Backspace");
  await expect(ada.page.getByText("0 characters left")).toBeVisible();
  await composer(ada.page).fill("");
  await expect(log(ada.page).getByText("xxx")).toHaveCount(0);

  for (let n = 1; n <= 120; n++)
    await bo.procedures.messages.send.mutate({ id: v7(), conversationId: id, body: `Unread ${n}.` });
  await open(ada.page, id);
  await expect(row(ada.page, "Unread 120.")).toBeVisible();
  await ada.page.getByRole("button", { name: "121 new messages: go to the first" }).click();
  await expect(row(ada.page, "the harbour opens at six")).toBeInViewport();
});

test("what a list shows stays where a further page fails, which can be asked for again", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const id = await groupOf(ada);
  for (let n = 1; n <= 21; n++) {
    const { messages } = ada.procedures;
    const pinned = { id: v7(), conversationId: id, body: `Pinned ${n}.` };
    await messages.send.mutate(pinned);
    await messages.pins.add.mutate({ conversationId: id, messageId: pinned.id });
  }
  await open(ada.page, id);
  await ada.page.getByRole("button", { name: "Pinned messages" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Pinned messages" });
  await expect(dialog.getByRole("listitem")).toHaveCount(20);
  await ada.page.route(/messages\.pins\.list/, (route) => route.abort());
  await dialog.getByRole("button", { name: "Show more" }).click();
  await expect(
    ada.page.getByText("The server cannot be reached. Check your connection and try again."),
  ).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByRole("listitem")).toHaveCount(20);
  await ada.page.unroute(/messages\.pins\.list/);
  await dialog.getByRole("button", { name: "Show more" }).click();
  await expect(dialog.getByRole("listitem")).toHaveCount(21);
});

test("a conversation is read and written in before what reads Markdown has arrived", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await open(ada.page, id);
  await say(ada.page, "a **bold** word");
  await expect(row(ada.page, "bold").locator("strong")).toHaveText("bold");

  const held: (() => void)[] = [];
  await ada.page.route(/\/_next\/static\/chunks\/.*\.js$/, async (route) => {
    const response = await route.fetch();
    const readsMarkdown = (await response.text()).includes("markedjs");
    if (readsMarkdown) await new Promise<void>((resolve) => held.push(resolve));
    await route.fulfill({ response });
  });
  await ada.page.goto(`/c/${id}`, { waitUntil: "commit" });
  await expect.poll(() => held.length).toBe(1);
  await expect(row(ada.page, "bold").locator("strong")).toHaveText("bold");
  await expect(async () => {
    await say(ada.page, "and *another*");
    await expect(row(ada.page, "and *another*")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(ada.page.getByText("Sending…")).toHaveCount(0);
  held[0]?.();
  await expect(row(ada.page, "another").last().locator("em")).toHaveText("another");
  await expect(row(ada.page, "bold").locator("strong")).toHaveText("bold");
});
