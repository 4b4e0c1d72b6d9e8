import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";

/** The headless shell first: a whole browser draws windows that nobody sees, with a core of its own. */
const INSTALLED = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** What Debian calls the browser, and fonts with which the scripts of the world and emoji are more than boxes. */
const PACKAGES = ["chromium-headless-shell", "fonts-unifont", "fonts-noto-color-emoji"];

/**
 * The Chromium that tests drive: `CHROMIUM_PATH`, else Playwright's own, else the machine's. Null: there is none.
 * @returns {string | null}
 */
export function findBrowser() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  return [chromium.executablePath(), ...INSTALLED].find((path) => existsSync(path)) ?? null;
}

/**
 * Installs a browser where there is none: Debian's package for root, Playwright's own download for everybody else.
 * @param {string} root
 */
export async function requireBrowser(root) {
  if (findBrowser()) return;
  console.log("Installing a browser for the tests …");
  if (process.getuid?.() === 0 && hasApt()) {
    const apt = { cwd: root, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    const failure = "apt-get could not install Chromium.";
    await runCommand("apt-get", ["update", "-q"], { ...apt, failure });
    const install = ["install", "-y", "-q", "--no-install-recommends", ...PACKAGES];
    await runCommand("apt-get", install, { ...apt, failure });
  } else {
    const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
    await runCommand(process.execPath, [playwright, "install", "chromium"], {
      cwd: root,
      failure: "Playwright could not install Chromium. Set CHROMIUM_PATH to one of your own.",
    });
  }
  if (!findBrowser()) throw new Error("There is still no browser: set CHROMIUM_PATH to one of your own.");
}

function hasApt() {
  return spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}
