import { expect, type Page } from "@playwright/test";
import { groupOf, list, log, open, say } from "./chat";
import { type SignedIn, test } from "./fixtures";

const bell = (page: Page, unread = 0) =>
  page.getByRole("button", {
    name: unread > 0 ? `Notifications: ${unread} unread` : "Notifications",
    exact: true,
  });
const centre = (page: Page) => page.getByRole("dialog", { name: "Notifications" });
const icon = (page: Page) => page.locator('link[rel="icon"]');

/** Counts the sounds that a page plays from here on. */
async function listenTo(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const heard = { count: 0 };
    Object.assign(window, { heard });
    HTMLMediaElement.prototype.play = async () => void heard.count++;
  });
  return () => page.evaluate(() => (window as unknown as { heard: { count: number } }).heard.count);
}

const tell = (from: SignedIn, conversationId: string, body: string) =>
  import("uuid").then(({ v7 }) => from.procedures.messages.send.mutate({ id: v7(), conversationId, body }));

/** Deals with being told of the group that somebody was added to, which comes a moment after that. */
async function settle({ procedures: { notifications } }: SignedIn) {
  await expect.poll(() => notifications.countUnread.query()).toBe(1);
  await notifications.markAllRead.mutate();
}

test("a mention is told of in title, icon and bell, leads to the message, and is read on every device", async ({
  openAs,
  openAsNewPerson,
  createPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const person = await createPerson("Bo");
  const desk = await openAs(person);
  const phone = await openAs(person, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const id = await groupOf(ada, desk);
  await settle(desk);
  await Promise.all([desk.page.goto("/c"), phone.page.goto("/c"), open(ada.page, id)]);
  await expect(list(desk.page).getByRole("link", { name: /Group of Ada/ })).toBeVisible();
  await expect(bell(phone.page)).toBeVisible();
  await bell(desk.page).click();
  await expect(centre(desk.page).getByRole("button", { name: "Mark all as read" })).toBeDisabled();
  await desk.page.keyboard.press("Escape");

  await say(ada.page, `@${person.username} the tide is coming`);
  for (const { page } of [desk, phone]) {
    await expect(bell(page, 1)).toBeVisible();
    await expect(page).toHaveTitle(/^\(\d+\)/);
    await expect(icon(page)).toHaveAttribute("href", /^data:image\/svg/);
  }
  await bell(phone.page, 1).click();
  await expect(centre(phone.page).getByRole("button", { name: "Mark all as read" })).toBeEnabled();
  await expectAccessible(phone.page);
  await phone.page.keyboard.press("Escape");

  await bell(desk.page, 1).click();
  await expectAccessible(desk.page);
  await desk.page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(desk.page);
  await centre(desk.page)
    .getByRole("link", { name: /mentioned you in Group of Ada/ })
    .click();
  await expect(centre(desk.page)).toBeHidden();
  await expect(desk.page).toHaveURL(new RegExp(`/c/${id}/\\d+`));
  await expect(log(desk.page).getByText("the tide is coming")).toBeVisible();
  for (const { page } of [desk, phone]) {
    await expect(bell(page)).toBeVisible();
    await expect(page).not.toHaveTitle(/^\(/);
    await expect(icon(page)).not.toHaveAttribute("href", /^data:/);
  }
  await bell(phone.page).click();
  const entry = centre(phone.page).getByRole("link", { name: /mentioned you in Group of Ada/ });
  await expect(entry).toBeVisible();
  await expect(entry.getByText("Unread")).toHaveCount(0);
  await phone.page.keyboard.press("Escape");

  await desk.page.goto("/c");
  await expect(bell(desk.page)).toBeVisible();
  await say(ada.page, `@${person.username} and again`);
  await bell(desk.page, 1).click();
  await centre(desk.page).getByRole("button", { name: "Mark all as read" }).click();
  await expect(bell(desk.page)).toBeVisible();
  await expect(bell(phone.page)).toBeVisible();
  await expect(centre(desk.page).getByRole("button", { name: "Mark all as read" })).toBeDisabled();
});

test("levels, muting and do not disturb decide what sounds and appears; the centre keeps it all", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const id = await groupOf(ada, bo);
  await settle(bo);
  await bo.page.goto("/c");
  const group = (unread: number) =>
    list(bo.page).getByRole("link", { name: new RegExp(`Group of Ada.*${unread} unread`) });
  await expect(list(bo.page).getByRole("link", { name: /Group of Ada/ })).toBeVisible();
  await expect(bo.page.getByText("Reconnecting…")).toHaveCount(0);
  const heard = await listenTo(bo.page);
  const notice = bo.page.getByRole("listitem").filter({ hasText: "mentioned you" });
  const mention = `@${bo.person.username} look`;

  // A group's messages do not disturb by themselves; being called does.
  await tell(ada, id, "nothing special");
  await expect(group(1)).toBeVisible();
  expect(await heard()).toBe(0);
  await tell(ada, id, mention);
  await expect(notice).toBeVisible();
  await expect.poll(heard).toBe(1);
  await expect(bell(bo.page, 1)).toBeVisible();

  // The conversation's own level goes before the person's.
  await bo.procedures.conversations.updateMembership.mutate({ conversationId: id, notificationLevel: "all" });
  await tell(ada, id, "heard by those who want everything");
  await expect.poll(heard).toBe(2);

  await bo.procedures.conversations.updateMembership.mutate({
    ...{ conversationId: id, notificationLevel: "default" },
    mutedUntil: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await tell(ada, id, mention);
  await expect(bell(bo.page, 2)).toBeVisible();
  expect(await heard()).toBe(2);
  await bo.procedures.conversations.updateMembership.mutate({ conversationId: id, mutedUntil: null });

  await bell(bo.page, 2).click();
  await centre(bo.page).getByRole("button", { name: "Do not disturb" }).click();
  await bo.page.getByRole("menuitem", { name: "For 1 hour" }).click();
  await expect(bo.page.getByRole("menu")).toHaveCount(0);
  await expect
    .poll(async () => (await bo.procedures.notifications.settings.get.query()).quietUntil)
    .not.toBeNull();
  await tell(ada, id, mention);
  await expect(bell(bo.page, 3)).toBeVisible();
  expect(await heard()).toBe(2);
  await bo.procedures.notifications.settings.update.mutate({ quietUntil: null });

  // Nothing is not even kept.
  await bo.procedures.notifications.settings.update.mutate({ level: "none" });
  await tell(ada, id, mention);
  await expect(group(6)).toBeVisible();
  await bo.procedures.notifications.settings.update.mutate({ level: "mentions" });
  await tell(ada, id, mention);
  await expect(bell(bo.page, 4)).toBeVisible();
  await expect.poll(heard).toBe(3);
});

test("how one wants to be told of things is kept, quiet times too", async ({
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Ada");
  const { page, procedures } = await openAs(person);
  const other = await openAs(person);
  await other.page.goto("/account/notifications");
  await page.goto("/account/notifications");
  await expect(page.getByRole("heading", { name: "Notifications", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Add a time" }).click();
  const time = page.getByRole("group", { name: "Quiet time 1" });
  await time.getByRole("button", { name: "Sunday" }).click();
  await time.getByLabel("From").fill("23:30");
  await time.getByLabel("To").fill("06:15");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the week" }).click();
  await expect(page.getByText("Your quiet times were saved")).toBeVisible();
  await page.getByRole("radio", { name: "Every message" }).click();
  await page.getByRole("switch", { name: "Play a sound" }).click();
  const kept = () => procedures.notifications.settings.get.query();
  await expect.poll(async () => (await kept()).sounds).toBe(false);
  expect(await kept()).toMatchObject({
    level: "all",
    timeZone: "UTC",
    quietHours: [{ days: [1, 2, 3, 4, 5, 6], from: 23 * 60 + 30, to: 6 * 60 + 15 }],
  });
  // The same page on another device follows.
  await expect(other.page.getByRole("radio", { name: "Every message" })).toBeChecked();
  await expect(other.page.getByRole("switch", { name: "Play a sound" })).not.toBeChecked();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  await expect(time.getByLabel("From")).toHaveValue("23:30");
  await expect(time.getByRole("button", { name: "Sunday" })).toHaveAttribute("aria-pressed", "false");
  await expect(time.getByRole("button", { name: "Monday" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("radio", { name: "Every message" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "Play a sound" })).not.toBeChecked();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

test("a page that nobody sees shows notices of the browser, also where only a service worker may", async ({
  openAsNewPerson,
}) => {
  const ada = await openAsNewPerson("Ada");
  const bo = await openAsNewPerson("Bo");
  const direct = await ada.procedures.conversations.openDirect.mutate({ userId: bo.person.id });
  // As Chrome does on Android; without windows the browser shows no notices, so what it is asked for is written down.
  await bo.page.addInitScript(() => {
    const asked: { title: string; body?: string }[] = [];
    Object.assign(window, { asked });
    class OnlyByServiceWorker {
      static permission = "granted";
      static requestPermission = async () => "granted";
      constructor() {
        throw new TypeError("Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.");
      }
    }
    Object.assign(window, { Notification: OnlyByServiceWorker });
    ServiceWorkerRegistration.prototype.showNotification = async (title, options) => {
      asked.push({ title, body: options?.body });
    };
  });
  await bo.page.goto("/account/notifications");
  const notices = bo.page.getByRole("switch", { name: /^Show notices of the browser/ });
  await notices.click();
  await expect(notices).toBeChecked();
  await bo.page.goto("/c");
  const inList = list(bo.page).getByRole("link", { name: new RegExp(ada.person.displayName) });
  await expect(inList).toBeVisible();
  // What the list shows of it has arrived live, or was caught up with when that began.
  await tell(ada, direct.id, "hello");
  await expect(inList).toContainText("hello");
  await bo.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await tell(ada, direct.id, "are you there?");
  const shown = () => bo.page.evaluate(() => (window as unknown as { asked: unknown[] }).asked);
  await expect.poll(shown).toEqual([{ title: ada.person.displayName, body: "are you there?" }]);
});
