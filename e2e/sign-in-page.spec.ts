import { expect } from "@playwright/test";
import { test } from "./fixtures";

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sign-in page can be used by everybody, in ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sign-in");
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
    await expectAccessible(page);
  });
}
