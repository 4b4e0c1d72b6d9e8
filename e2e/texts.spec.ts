import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { administrator } from "./product";

const consolePages = [
  ...["", "people", "people/import", "conversations", "break-glass", "broadcasts", "jobs"],
  ...["moderation", "moderation/held", "moderation/filters", "moderation/answers"],
  ...["security", "security/events", "security/sessions", "security/blocks", "security/limits"],
  ...["settings", "settings/notifications", "settings/maintenance", "settings/private-conversations"],
  ...["audit", "audit/report"],
].map((page) => `/admin/${page}`);
const accountPages = ["profile", "security", "notifications", "appearance", "privacy"].map(
  (page) => `/account/${page}`,
);

test("no page of the console or of the account lacks a text or is wider than a phone", async ({ openAs }) => {
  const { page } = await openAs(administrator, { viewport: { width: 390, height: 844 }, locale: "de-DE" });
  const missing: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("MISSING_MESSAGE")) missing.push(`${page.url()}: ${message.text()}`);
  });
  for (const address of [...consolePages, ...accountPages]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect([address, width]).toEqual([address, 390]);
  }
  expect(missing).toEqual([]);
});
