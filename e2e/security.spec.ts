import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import { accountPages, consolePages } from "./pages";
import { administrator } from "./product";

/** Collects what the page's own policy forbade, from before its first script. */
async function watchViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction("reportViolation", (what: string) => found.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void };
      reportViolation(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}

test("no page needs what its policy forbids", async ({ page, openAs, openAsNewPerson }) => {
  const anonymous = await watchViolations(page);
  for (const path of ["/sign-in", "/register", "/awaiting-approval", "/set-up/unknown", "/no-such-page"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect(anonymous).toEqual([]);

  const { page: own } = await openAsNewPerson();
  const signedIn = await watchViolations(own);
  await own.goto("/");
  await expect(own.getByRole("button", { name: /account/i }).first()).toBeVisible();
  expect(signedIn).toEqual([]);

  const { page: administration, procedures } = await openAs(administrator);
  const person = await procedures.users.me.query();
  const group = await procedures.conversations.createGroup.mutate({ name: "Policy", memberIds: [] });
  const details = [`/admin/people/${person.id}`, `/admin/conversations/${group.id}`];
  const forbidden = await watchViolations(administration);
  for (const path of [...accountPages, ...consolePages, ...details]) {
    await administration.goto(path);
    await expect(administration.getByRole("heading", { level: 1 })).toBeVisible();
    expect([path, forbidden]).toEqual([path, []]);
  }
});

test("a script that somebody slipped into a page does not run", async ({ page }) => {
  const violations = await watchViolations(page);
  await page.route("**/sign-in", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(
      "</body>",
      `<script>window.slipped = "inline"</script><script src="https://evil.example/x.js"></script></body>`,
    );
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await page.evaluate(() => {
    const host = document.createElement("div");
    host.innerHTML = `<img src="/nothing" onerror="window.slipped = 'attribute'"><a href="javascript:window.slipped='link'">x</a>`;
    document.body.append(host);
    host.querySelector("a")?.click();
  });
  await expect.poll(() => violations.join()).toContain("script-src-attr inline");
  await expect.poll(() => violations.join()).toContain("script-src-elem inline");
  expect(await page.evaluate(() => (window as { slipped?: string }).slipped)).toBeUndefined();
});

test("a device that is signed out from another loses its page and its connection", async ({
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson();
  const [here, there] = [await openAs(person), await openAs(person)];
  await there.page.goto("/c");
  await here.page.goto("/account/security");
  await expectAccessible(here.page);
  const devices = here.page.getByRole("region", { name: "Where you are signed in" });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await devices
    .getByRole("listitem")
    .filter({ hasNotText: "this device" })
    .getByRole("button", { name: /Sign out/ })
    .click();
  await here.page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await expect(there.procedures.users.me.query()).rejects.toThrow("UNAUTHENTICATED");
  // The open page notices by itself.
  await expect(there.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible({
    timeout: 20_000,
  });
});

test("a new password asks for the present one and signs the other devices out", async ({
  openAs,
  createPerson,
}) => {
  const person = await createPerson();
  const [here, there] = [await openAs(person), await openAs(person)];
  const { page } = here;
  await page.goto("/account/security");
  const form = page.getByRole("region", { name: "Password" });
  await form.getByLabel("Present password").fill("not the password");
  await form.getByLabel("New password").fill("another long password");
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(form.getByText("This is not your present password.")).toBeVisible();
  await form.getByLabel("Present password").fill(person.password);
  await form.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password was changed.")).toBeVisible();
  await expect(there.procedures.users.me.query()).rejects.toThrow("UNAUTHENTICATED");
  await expect(openAs(person)).rejects.toThrow("INVALID_CREDENTIALS");
  expect((await openAs({ ...person, password: "another long password" })).person.id).toBe(person.id);
});

test("after too many wrong passwords the form says how long to wait", async ({ page, createPerson }) => {
  const { username, password } = await createPerson();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address or user name").fill(username);
  const submit = async (typed: string) => {
    await page.getByLabel("Password", { exact: true }).fill(typed);
    const answer = page.waitForResponse((response) => response.url().includes("/callback/credentials"));
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    return (await answer).status();
  };
  for (let i = 0; i < 5; i++) expect(await submit(`wrong ${i}`)).toBe(401);
  expect(await submit(password)).toBe(429);
  await expect(page.locator("form").getByRole("alert")).toContainText(/Please try again in \d+ seconds?\./);
});
