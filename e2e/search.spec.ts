import { expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { composer, groupOf, list, log, open, shownTexts } from "./chat";
import { type SignedIn, test } from "./fixtures";

const box = (page: Page) => page.getByRole("combobox", { name: "Search messages, people and groups" });
const hits = (page: Page) =>
  page.getByRole("region", { name: "Messages", exact: true }).getByRole("listitem");
const palette = (page: Page) => page.getByRole("dialog", { name: "Jump to" });
const article = (page: Page, text: string) => log(page).getByRole("article").filter({ hasText: text });

/** Asked for alone, or together with whatever else the page wants at that moment. */
const searching = /\/api\/trpc\/[^?]*search\./;

async function write(by: SignedIn, conversationId: string, ...bodies: string[]) {
  for (const body of bodies) {
    await by.procedures.messages.send.mutate({ id: v7(), conversationId, body });
  }
}

test("a search by operators, in a script without spaces, and into the middle of the history", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await write(bo, id, "東京都に引っ越しました", "the runbook is at https://example.org/runbook");
  await write(ada, id, ...Array.from({ length: 70 }, (_, n) => `filler number ${n + 1}`));
  await write(ada, id, "I read the runbook yesterday", "我们明天讨论搜索功能");
  await open(ada.page, id);

  // By the keyboard alone: into the search, an operator completed, a person chosen.
  await ada.page.keyboard.press("Control+Shift+F");
  await expect(box(ada.page)).toBeFocused();
  await expectAccessible(ada.page);
  await ada.page.keyboard.type("runbook fr");
  await ada.page.getByRole("option", { name: /from:/ }).waitFor();
  await ada.page.keyboard.press("ArrowDown");
  await ada.page.keyboard.press("Enter");
  await ada.page.keyboard.type(bo.person.username.slice(0, 12));
  await ada.page.getByRole("option", { name: new RegExp(bo.person.displayName) }).waitFor();
  await expectAccessible(ada.page);
  await ada.page.keyboard.press("ArrowDown");
  await ada.page.keyboard.press("Tab");
  await expect(box(ada.page)).toHaveValue(`runbook from:${bo.person.username} `);
  await expect(hits(ada.page)).toHaveCount(1);
  await expect(hits(ada.page).locator("mark")).toHaveText(["runbook", "runbook"]);
  await expect(hits(ada.page)).toContainText(bo.person.displayName);
  await expectAccessible(ada.page);

  // In context: the history around it, and both ways from there.
  await hits(ada.page).getByRole("link").click();
  await expect(article(ada.page, "the runbook is at")).toBeVisible();
  await expect(article(ada.page, "東京都")).toBeVisible();
  expect(await shownTexts(ada.page)).not.toContain("我们明天讨论搜索功能");
  await ada.page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(article(ada.page, "我们明天讨论")).toBeVisible();
  await ada.page.goBack();
  await expect(box(ada.page)).toHaveValue(`runbook from:${bo.person.username}`);
  await expect(hits(ada.page)).toHaveCount(1);

  for (const [query, found] of [
    ["京都", /東京都/],
    ["搜索", /我们明天/],
    ["has:link in:@nobody", null],
    ["has:link", /runbook is at/],
    ['"read the runbook"', /I read/],
    ["runbook -read", /runbook is at/],
    ["runbok yesterday", /I read/],
  ] as const) {
    await box(ada.page).fill(query);
    if (found) await expect(hits(ada.page).first()).toContainText(found);
    else await expect(ada.page.getByText("No message found")).toBeVisible();
  }
  await expect(ada.page.getByText(/These are results for/)).toContainText("runbook");
  await box(ada.page).fill("filler");
  await expect(hits(ada.page)).toHaveCount(20);
  await ada.page.getByRole("button", { name: "Show more" }).click();
  await expect(hits(ada.page)).toHaveCount(40);
  await ada.page.getByRole("button", { name: "Newest first" }).click();
  await expect(hits(ada.page).first()).toContainText("filler number 70");
});

test("too many searches say how long to wait, and go on by themselves; no answer can be tried again", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const id = await groupOf(ada);
  await write(ada, id, "worth a wait");
  await ada.page.goto("/c/search");
  const refusal = (code: string, status: number, details: object) => ({
    error: {
      message: code,
      code: -32029,
      data: { code: "TOO_MANY_REQUESTS", httpStatus: status, appCode: code, details, requestId: "r" },
    },
  });
  // Refused once; the same answer as the limit gives.
  let answers = 1;
  await ada.page.route(searching, async (route) => {
    if (answers-- <= 0) return route.continue();
    const count = new URL(route.request().url()).pathname.split(",").length;
    const body = Array.from({ length: count }, () =>
      refusal("RATE_LIMITED", 429, { seconds: 8, minutes: 0 }),
    );
    await route.fulfill({ status: 429, json: body });
  });
  await box(ada.page).fill("worth");
  await expect(ada.page.getByText("That was a lot of searching")).toBeVisible();
  await expect(ada.page.getByText(/goes on in \d second/)).toBeVisible();
  await expectAccessible(ada.page);
  await expect(hits(ada.page)).toHaveCount(1);

  await ada.page.unroute(searching);
  await ada.page.route(searching, (route) => route.abort());
  await box(ada.page).fill("worth a");
  await expect(ada.page.getByText("The search failed")).toBeVisible({ timeout: 20_000 });
  await ada.page.unroute(searching);
  await ada.page.getByRole("button", { name: "Try again" }).click();
  await expect(hits(ada.page)).toHaveCount(1);
});

test("everything by the keyboard: the palette, shortcuts, a date, and the sheet that lists what works", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const zoe = await openAsNewPerson("Zoé");
  const first = (await ada.procedures.conversations.createGroup.mutate({ name: "Alpha quarry" })).id;
  const second = (
    await ada.procedures.conversations.createGroup.mutate({ name: "Beta meadow", memberIds: [zoe.person.id] })
  ).id;
  await write(ada, first, "first words of alpha");
  await write(zoe, second, "something unread");
  await open(ada.page, first);
  const { page } = ada;

  // What is unread stands first; a typing error does no harm.
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("option").first()).toContainText("Beta meadow");
  await expect(palette(page).getByRole("option").first()).toContainText("1 unread");
  await expectAccessible(page);
  await page.keyboard.type("medaow");
  await expect(palette(page).getByRole("option").first()).toContainText("Beta meadow");
  await page.keyboard.press("Enter");
  await expect(article(page, "something unread")).toBeVisible();
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press("Alt+ArrowDown");
  await expect(article(page, "first words of alpha")).toBeVisible();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(article(page, "something unread")).toBeVisible();
  await write(ada, first, "more");
  await expect(composer(page)).toBeFocused();

  // Somebody new, without accents.
  await page.keyboard.press("Control+k");
  await page.keyboard.type(zoe.person.displayName.replace("é", "e"));
  await expect(palette(page).getByRole("option", { name: new RegExp(zoe.person.username) })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(
    page.getByText(`This is the beginning of your conversation with ${zoe.person.displayName}`),
  ).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("dark app");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("light app");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).not.toHaveClass(/dark/);

  await page.keyboard.press("Control+/");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByText("Next unread conversation")).toBeVisible();
  await expect(sheet.getByText("Go to a date")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  // Without a conversation its keys do nothing, and the sheet does not list them.
  await page.goto("/c");
  await page
    .getByRole("heading", { name: /Hello/ })
    .or(page.getByText(/Hello, /))
    .first()
    .waitFor();
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(sheet).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(sheet.getByText("Next unread conversation")).toBeVisible();
  await expect(sheet.getByText("Go to a date")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await open(page, first);
  await page.keyboard.press("Control+g");
  await expectAccessible(page);
  await page.getByLabel("Day", { exact: true }).fill("2020-01-01");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/c/${first}/1$`));
  await page.keyboard.press("Control+f");
  await expect(page.getByRole("button", { name: "Search everywhere" })).toContainText("Only in Alpha quarry");
  await page.keyboard.type("words");
  await expect(hits(page)).toHaveCount(1);
});

test("a link to a message, and to a reply in a thread, leads there in its context", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada", { permissions: ["clipboard-read", "clipboard-write"] });
  const id = await groupOf(ada);
  await write(ada, id, "the old message");
  const { messages } = await ada.procedures.messages.list.query({ conversationId: id });
  const root = messages.find(({ body }) => body === "the old message");
  if (!root) throw new Error("not sent");
  for (const body of ["reply one", "reply two"]) {
    await ada.procedures.messages.send.mutate({ id: v7(), conversationId: id, threadRootId: root.id, body });
  }
  await write(ada, id, ...Array.from({ length: 70 }, (_, n) => `line ${n + 1}`));
  const { page } = ada;
  await page.goto(`/c/${id}/${root.seq}`);
  // Shown once the page works.
  await page.getByRole("button", { name: "Jump to newest" }).waitFor();
  await article(page, "the old message").hover();
  await article(page, "the old message").getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("/c");
  await page.goto(link);
  await expect(article(page, "the old message")).toBeInViewport();

  await page.goto("/c/search?q=reply+two");
  await expect(hits(page)).toContainText("in a thread in Group of Ada");
  await hits(page).first().getByRole("link").click();
  const thread = page.getByRole("dialog", { name: "Thread" });
  await expect(thread.getByText("reply two")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/c/${id}/${root.seq}/2$`));
});

test("of very many conversations the first are there at once, the rest follow, and few are on the page", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  await ada.procedures.conversations.createGroup.mutate({ name: "Oldest of all" });
  for (let done = 0; done < 150; done += 30) {
    await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        ada.procedures.conversations.createGroup.mutate({ name: `Group ${done + n + 1}` }),
      ),
    );
  }
  const requests: string[] = [];
  ada.page.on("request", (request) => {
    if (request.url().includes("conversations.list")) requests.push(request.url());
  });
  await ada.page.goto("/c");
  await expect(list(ada.page).getByText("151 conversations")).toBeAttached();
  // The first hundred came with the page, all others with one request.
  expect(requests).toHaveLength(1);
  expect(await list(ada.page).getByRole("link").count()).toBeLessThan(60);
  await list(ada.page).getByRole("searchbox", { name: "Find a conversation" }).fill("oldest");
  await expect(list(ada.page).getByRole("link", { name: /Oldest of all/ })).toBeVisible();
});

test("on a phone the search fills the screen and leads back", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada", { viewport: { width: 390, height: 844 }, hasTouch: true });
  const id = await groupOf(ada);
  await write(ada, id, "ประชุมพรุ่งนี้ตอนเช้า", "a very_long_word_without_any_place_to_break_".repeat(6));
  await ada.page.goto("/c");
  await ada.page.getByRole("link", { name: "Search", exact: true }).click();
  await expect(list(ada.page)).toBeHidden();
  await box(ada.page).fill("พรุ่งนี้");
  await expect(hits(ada.page)).toHaveCount(1);
  await expectAccessible(ada.page);
  const fits = () => ada.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(await fits()).toBe(true);
  await hits(ada.page).getByRole("link").click();
  await expect(article(ada.page, "ประชุม")).toBeVisible();
  await ada.page.goBack();
  await expect(hits(ada.page)).toHaveCount(1);
  await ada.page.getByRole("link", { name: "Back to conversations" }).click();
  await expect(list(ada.page)).toBeVisible();
});
