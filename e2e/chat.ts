import { expect, type Page } from "@playwright/test";
import type { SignedIn } from "./fixtures";

/** The conversation pane as a person reads it. */
export const log = (page: Page) => page.getByRole("log", { name: "Messages" });
export const composer = (page: Page) => page.getByRole("textbox", { name: "Message", exact: true });
export const list = (page: Page) => page.getByRole("navigation", { name: "Conversations" });
/** The texts of the messages on screen, in their order. */
export const shownTexts = (page: Page) =>
  log(page).getByRole("article").locator("[dir=auto]:not(button *)").allInnerTexts();

/** Opens a conversation and waits until it is live. */
export async function open(page: Page, conversationId: string) {
  await page.goto(`/c/${conversationId}`);
  await expect(composer(page)).toBeVisible();
  await live(page);
}

/** Waits until the page no longer says that it is cut off. */
export async function live(page: Page) {
  await expect(page.getByText("Reconnecting…")).toHaveCount(0, { timeout: 20_000 });
}

export async function say(page: Page, text: string) {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

/** A group of two, made through the product's procedures. */
export async function groupOf(owner: SignedIn, ...others: SignedIn[]): Promise<string> {
  const { id } = await owner.procedures.conversations.createGroup.mutate({
    name: `Group of ${owner.person.displayName}`,
    memberIds: others.map((each) => each.person.id),
  });
  return id;
}
