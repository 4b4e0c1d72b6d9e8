import { expect, type Page } from "@playwright/test";
import { groupOf, live, log, open, say, shownTexts } from "./chat";
import { cuttable } from "./cuttable";
import { type SignedIn, test } from "./fixtures";
import { killProcess } from "./product";

/** Two people at an open group of theirs; the second one's network can be cut. */
async function pair(openAsNewPerson: (name: string) => Promise<SignedIn>) {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const network = await cuttable(bo);
  const id = await groupOf(ada, bo);
  await Promise.all([open(ada.page, id), open(bo.page, id)]);
  return { ada, bo, network };
}

const expected = (count: number) => Array.from({ length: count }, (_, i) => `Message ${i + 1}`);

/** Waits until the page shows exactly these messages: none missed, none doubled, in order. */
async function expectMessages(page: Page, count: number) {
  await expect(
    log(page)
      .locator("[data-body]")
      .filter({ hasText: /^Message \d+$/ }),
  ).toHaveCount(count, {
    timeout: 90_000,
  });
  const texts = await shownTexts(page);
  expect(texts.filter((text) => text.startsWith("Message "))).toEqual(expected(count));
}

test("the connection is cut and comes back: nothing is missed or doubled", async ({ openAsNewPerson }) => {
  const { ada, bo, network } = await pair(openAsNewPerson);
  await say(ada.page, "Message 1");
  await expectMessages(bo.page, 1);

  await network.cut();
  await expect(bo.page.getByText("Reconnecting…")).toBeVisible({ timeout: 30_000 });
  for (let n = 2; n <= 5; n++) await say(ada.page, `Message ${n}`);
  await expectMessages(ada.page, 5);
  await network.restore();
  await expectMessages(bo.page, 5);
  await say(bo.page, "Message 6");
  await expectMessages(ada.page, 6);
});

test("Soketi is killed and comes back: nothing is missed or doubled", async ({ openAsNewPerson }) => {
  const { ada, bo } = await pair(openAsNewPerson);
  await say(ada.page, "Message 1");
  await expectMessages(bo.page, 1);

  await killProcess("soketi");
  for (let n = 2; n <= 4; n++) await say(ada.page, `Message ${n}`);
  await expectMessages(ada.page, 4);
  await expectMessages(bo.page, 4);
  await Promise.all([live(ada.page), live(bo.page)]);
  await say(bo.page, "Message 5");
  await expectMessages(ada.page, 5);
});

test("the server restarts between send and receive: nothing is missed or doubled", async ({
  openAsNewPerson,
}) => {
  const { ada, bo, network } = await pair(openAsNewPerson);
  await say(ada.page, "Message 1");
  await expectMessages(bo.page, 1);

  await network.cut();
  await say(ada.page, "Message 2");
  await expectMessages(ada.page, 2);
  await killProcess("web");
  await say(ada.page, "Message 3");
  await network.restore();
  await expectMessages(bo.page, 3);
  await expectMessages(ada.page, 3);
  await expect(log(ada.page).getByText("Sending…")).toHaveCount(0);
});
