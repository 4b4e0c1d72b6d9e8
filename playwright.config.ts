import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.mjs";

/** Chromium's sandbox does not work for root, in containers above all. */
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/start-product.ts",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  projects: [
    {
      name: "stories",
      testIgnore: ["resilience.spec.ts", "second-factor-policy.spec.ts", "maintenance.spec.ts"],
    },
    // Changes what everybody may do.
    { name: "policy", testMatch: "second-factor-policy.spec.ts", dependencies: ["stories"] },
    // Keeps everybody out for a while.
    { name: "maintenance", testMatch: "maintenance.spec.ts", dependencies: ["policy"] },
    // Kills processes that the others need.
    { name: "resilience", testMatch: "resilience.spec.ts", dependencies: ["maintenance"] },
  ],
  use: {
    ...devices["Desktop Chrome"],
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    // Something that never becomes possible is named by where it was asked for, not by a story that ran out of time.
    actionTimeout: 45_000,
    navigationTimeout: 60_000,
    launchOptions: {
      executablePath: findBrowser() ?? undefined,
      args: asRoot ? ["--no-sandbox"] : [],
    },
  },
});
