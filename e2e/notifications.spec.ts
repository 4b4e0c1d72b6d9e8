import { expect, type Page } from "@playwright/test";
import { v7 as newMessageId } from "uuid";
import { groupOf, list, live, log, open } from "./chat";
import { test } from "./fixtures";

const bell = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
const centre = (page: Page) => page.getByRole("dialog", { name: "Notifications" });
const icon = (page: Page) => page.locator('link[rel="icon"]').getAttribute("href");

/** Keeps what a page shows outside of itself, and lets a test say whether the page can be seen. */
function recordNotices() {
  const shown: { title: string; body: string }[] = [];
  class Recorded {
    static permission = "default";
    static requestPermission = async () => {
      Recorded.permission = "granted";
      return Recorded.permission;
    };
    onclick: (() => void) | null = null;
    constructor(title: string, { body }: { body: string }) {
      shown.push({ title, body });
    }
    close() {}
  }
  let visibility = "visible";
  Object.defineProperty(document, "visibilityState", { get: () => visibility });
  Object.assign(window, {
    Notification: Recorded,
    shownNotices: shown,
    setVisibility: (state: string) => {
      visibility = state;
      document.dispatchEvent(new Event("visibilitychange"));
    },
  });
}
const shownNotices = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { shownNotices: { title: string; body: string }[] }).shownNotices,
  );
const hide = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { setVisibility: (state: string) => void }).setVisibility("hidden"),
  );

test("a mention reaches every device, leads to its place, and is gone everywhere once read", async ({
  openAsNewPerson,
  createPerson,
  openAs,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const person = await createPerson("Bo");
  const [desk, phone] = [
    await openAs(person),
    await openAs(person, { viewport: { width: 390, height: 844 } }),
  ];
  const id = await groupOf(ada, desk);
  for (const { page } of [desk, phone]) {
    await page.goto("/c");
    await live(page);
  }
  const invited = bell(desk.page, "Notifications: 1 unread");
  await expect(invited).toBeVisible();
  await invited.click();
  await expect(centre(desk.page).getByRole("link", { name: /added you to Group of Ada/ })).toBeVisible();
  await centre(desk.page).getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell(phone.page, "Notifications")).toBeVisible();
  await desk.page.keyboard.press("Escape");

  const plainIcon = await icon(desk.page);
  const body = `where is the cake, @${desk.person.username}?`;
  const send = (text: string) =>
    ada.procedures.messages.send.mutate({ id: newMessageId(), conversationId: id, body: text });
  await send(body);
  for (const { page } of [desk, phone]) {
    await expect(bell(page, "Notifications: 1 unread")).toBeVisible();
    await expect(page).toHaveTitle(/^\(1\) /);
  }
  await expect.poll(() => icon(desk.page)).toMatch(/^data:image\/svg/);
  await expect(desk.page.getByText(/mentioned you in Group of Ada/)).toBeVisible();
  for (let i = 0; i < 3; i++) await send(`and more ${i}`);

  await bell(phone.page, "Notifications: 1 unread").click();
  const told = centre(phone.page).getByRole("link", { name: /mentioned you in Group of Ada/ });
  await expect(told).toContainText("where is the cake");
  await expectAccessible(phone.page);
  await told.click();
  await expect(log(phone.page).getByText("where is the cake")).toBeInViewport();
  for (const { page } of [desk, phone]) {
    await expect(bell(page, "Notifications")).toHaveCount(page === phone.page ? 0 : 1);
    await expect(page).not.toHaveTitle(/^\(/);
  }
  await expect.poll(() => icon(desk.page)).toBe(plainIcon);

  // A reply in a thread leads into the thread.
  const { messages } = await ada.procedures.messages.list.query({ conversationId: id });
  const rootId = messages[0]?.id as string;
  await ada.procedures.messages.send.mutate({
    ...{ id: newMessageId(), conversationId: id, threadRootId: rootId },
    body: `@${desk.person.username} in the kitchen`,
  });
  await bell(desk.page, "Notifications: 1 unread").click();
  await expectAccessible(desk.page);
  await centre(desk.page)
    .getByRole("link", { name: /in the kitchen/ })
    .click();
  await expect(desk.page.getByRole("dialog", { name: "Thread" }).getByText("in the kitchen")).toBeVisible();
  await expect(bell(desk.page, "Notifications")).toHaveCount(1);
});

test("sounds and notices of the browser come as the person wants them, and not while they want quiet", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  await bo.page.addInitScript(recordNotices);
  const id = await groupOf(ada, bo);
  const send = (body: string) =>
    ada.procedures.messages.send.mutate({ id: newMessageId(), conversationId: id, body });

  await bo.page.goto("/account/notifications");
  const notices = bo.page.getByRole("switch", { name: /notices of the browser/ });
  await expect(notices).not.toBeChecked();
  await notices.click();
  await expect(notices).toBeChecked();
  await expectAccessible(bo.page);

  await open(bo.page, id);
  await bo.page.evaluate(() => {
    Object.assign(window.Notification, { permission: "granted" });
  });
  await hide(bo.page);
  const sound = bo.page.waitForRequest(/\/sounds\//);
  await send(`@${bo.person.username} one`);
  await sound;
  await expect
    .poll(() => shownNotices(bo.page))
    .toEqual([
      {
        title: `${ada.person.displayName} mentioned you in Group of ${ada.person.displayName}`,
        body: expect.stringContaining("one"),
      },
    ]);

  // Quiet: the centre takes it in, nothing else does. The plain message is of no concern at this level either.
  await bo.procedures.notifications.settings.update.mutate({
    quietUntil: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await send(`@${bo.person.username} two`);
  await expect(bell(bo.page, "Notifications: 2 unread")).toBeVisible();
  await bo.procedures.notifications.settings.update.mutate({ quietUntil: null, sounds: false });
  await send("nobody is meant");
  await send(`@${bo.person.username} three`);
  await expect(bell(bo.page, "Notifications: 3 unread")).toBeVisible();
  await expect
    .poll(async () => (await shownNotices(bo.page)).map((each) => each.body))
    .toEqual([`@${bo.person.username} one`, `@${bo.person.username} three`]);

  // The week is kept, and the menu of a conversation has a level of its own.
  await bo.page.goto("/account/notifications");
  await bo.page.getByRole("button", { name: "Add a time" }).click();
  await bo.page.getByRole("button", { name: "Sunday", pressed: true }).click();
  await bo.page.getByRole("textbox", { name: "From" }).or(bo.page.getByLabel("From")).fill("21:30");
  await bo.page.getByRole("button", { name: "Save the week" }).click();
  await expect(bo.page.getByText("Your quiet times were saved")).toBeVisible();
  const { quietHours } = await bo.procedures.notifications.settings.get.query();
  expect(quietHours).toEqual([{ days: [1, 2, 3, 4, 5, 6], from: 21 * 60 + 30, to: 7 * 60 }]);
  await expectAccessible(bo.page);

  await bo.page.goto(`/c/${id}`);
  await expect(list(bo.page)).toBeVisible();
});
