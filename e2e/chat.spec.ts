import { expect } from "@playwright/test";
import { v7 } from "uuid";
import { composer, groupOf, list, log, open, say, shownTexts } from "./chat";
import { test } from "./fixtures";

test("two people chat: each sees the other's message live, and a reload keeps everything", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await Promise.all([open(ada.page, id), open(bo.page, id)]);

  await say(ada.page, "Hello Bo");
  await expect(log(bo.page).getByText("Hello Bo")).toBeVisible();
  await say(bo.page, "Hello Ada,\nhow are you?");
  await expect(log(ada.page).getByText("how are you?")).toBeVisible();

  const reply = log(ada.page).getByRole("article").filter({ hasText: "how are you?" });
  await reply.hover();
  await reply.getByRole("button", { name: "Reply", exact: true }).click();
  await say(ada.page, "Very well");
  await expect(
    log(bo.page)
      .getByRole("article")
      .filter({ hasText: "Very well" })
      .getByRole("button", { name: /quoted message/ }),
  ).toBeVisible();

  const before = await shownTexts(bo.page);
  await bo.page.reload();
  await expect(composer(bo.page)).toBeVisible();
  expect(await shownTexts(bo.page)).toEqual(before);
  await expectAccessible(bo.page);
});

test("what is unread is counted on every device until it is read on one", async ({
  openAs,
  openAsNewPerson,
  createPerson,
}) => {
  const writer = await openAsNewPerson("Writer");
  const reader = await createPerson("Reader");
  const [desk, phone] = [await openAs(reader), await openAs(reader)];
  const id = await groupOf(writer, desk);
  await Promise.all([desk.page.goto("/c"), phone.page.goto("/c")]);
  const entry = list(desk.page).getByRole("link", { name: /Group of Writer/ });
  await expect(entry).toBeVisible();
  await expect(list(phone.page).getByRole("link", { name: /Group of Writer/ })).toBeVisible();

  await open(writer.page, id);
  for (const text of ["one", "two", "three"]) await say(writer.page, text);
  await expect(entry).toContainText("3 unread");
  await expect(desk.page).toHaveTitle(/^\(3\)/);
  await expect(list(phone.page).getByRole("link", { name: /3 unread/ })).toBeVisible();

  await entry.click();
  await expect(log(desk.page).getByText("three")).toBeVisible();
  await expect(desk.page.getByText("New messages")).toBeVisible();
  await expect(list(phone.page).getByRole("link", { name: /unread/ })).toHaveCount(0);
  await expect(desk.page).not.toHaveTitle(/^\(/);
});

test("history pages back to the very first message and keeps its place", async ({ openAsNewPerson }) => {
  const ada = await openAsNewPerson("Ada");
  const id = await groupOf(ada);
  for (let n = 1; n <= 230; n++) {
    const messageId = (await import("uuid")).v7();
    await ada.procedures.messages.send.mutate({ id: messageId, conversationId: id, body: `Number ${n}` });
  }
  await open(ada.page, id);
  await expect(log(ada.page).getByText("Number 230", { exact: true })).toBeVisible();
  const first = log(ada.page).getByText("Number 1", { exact: true });
  await log(ada.page).hover();
  await expect(async () => {
    await ada.page.mouse.wheel(0, -1500);
    await expect(first).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 30_000 });
  await expect(log(ada.page).getByText(/This is the beginning of/)).toBeVisible();

  await ada.page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(log(ada.page).getByText("Number 230", { exact: true })).toBeVisible();
});

test("a message that cannot be sent says so, is kept through a reload, and is sent once", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const id = await groupOf(ada);
  await open(ada.page, id);
  const sending = /\/api\/trpc\/[^?]*messages\.send/;
  await ada.page.route(sending, (route) => route.abort());
  await say(ada.page, "Important");
  await expect(log(ada.page).getByText("Sending…")).toBeVisible();
  await expect(log(ada.page).getByRole("button", { name: "Retry" })).toBeVisible({ timeout: 20_000 });

  await ada.page.unroute(sending);
  await ada.page.reload();
  await expect(log(ada.page).getByText("Important")).toBeVisible();
  await expect(log(ada.page).getByText("Sending…")).toHaveCount(0);
  await expect(log(ada.page).getByRole("button", { name: "Retry" })).toHaveCount(0);
  const { messages } = await ada.procedures.messages.list.query({ conversationId: id });
  expect(messages.map((m) => m.body)).toEqual(["Important"]);
});

test("a conversation that is none of one's own does not exist", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const stranger = await openAsNewPerson("Stranger");
  const id = await groupOf(ada);
  await stranger.page.goto(`/c/${id}`);
  await expect(stranger.page.getByText("There is no such conversation")).toBeVisible();
  await expectAccessible(stranger.page);
});

test("on a phone the list, the conversation and its details follow each other", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada", { viewport: { width: 390, height: 844 }, hasTouch: true });
  await groupOf(ada);
  await ada.page.goto("/c");
  await expectAccessible(ada.page);
  await list(ada.page)
    .getByRole("link", { name: /Group of Ada/ })
    .click();
  await expect(composer(ada.page)).toBeVisible();
  await expect(list(ada.page)).toBeHidden();
  await say(ada.page, "From my phone");
  await expect(log(ada.page).getByText("From my phone")).toBeVisible();
  await ada.page
    .getByRole("button", { name: "Show details" })
    .or(ada.page.getByRole("link", { name: "Show details" }))
    .click();
  await expect(ada.page.getByRole("heading", { name: "1 member" })).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.goBack();
  await ada.page.getByRole("link", { name: "Back to conversations" }).click();
  await expect(list(ada.page)).toBeVisible();
});

test("the quote above a reply leads to the message that it answers, however long ago that was", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const id = await groupOf(ada);
  const send = (body: string, replyToId?: string) =>
    ada.procedures.messages.send.mutate({ id: v7(), conversationId: id, body, replyToId });
  const question = await send("where is the key?");
  for (let n = 1; n <= 120; n++) await send(`message ${n}`);
  await send("under the mat", question.id);

  await open(ada.page, id);
  const article = (text: string) => log(ada.page).getByRole("article").filter({ hasText: text });
  await article("under the mat")
    .getByRole("button", { name: /quoted message/ })
    .click();
  await expect(article("where is the key?").first()).toBeInViewport();
  await ada.page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(article("under the mat")).toBeInViewport();
});
