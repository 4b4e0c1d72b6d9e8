import { expect } from "@playwright/test";
import postgres from "postgres";
import { test } from "./fixtures";
import { databaseUrl } from "./product";
import { addAuthenticator, setUpApp } from "./second-factor";

/** Has a session look as if it had been used elsewhere, hours ago. */
async function moveSession(id: string, ip: string) {
  const sql = postgres(databaseUrl(), { max: 1 });
  await sql`update sessions set ip = ${ip}, last_used_at = now() - interval '3 hours' where id = ${id}`;
  await sql.end();
}

test("what is done for one's own safety on one device shows at once on the page that is open on another", async ({
  openAs,
  createPerson,
  expectAccessible,
}) => {
  const person = await createPerson("Ada");
  const { page, procedures } = await openAs(person);
  await page.goto("/account/security");
  const devices = page.getByRole("region", { name: "Where you are signed in" }).getByRole("listitem");
  const attempts = page.getByRole("region", { name: "Attempts to sign in" }).getByRole("listitem");
  await expect(devices).toHaveCount(1);
  await expect(attempts).toHaveCount(1);

  // A second device signs in, on a phone, and somebody guesses.
  const phone = await openAs(person, { viewport: { width: 390, height: 844 }, hasTouch: true });
  await expect(devices).toHaveCount(2);
  await expect(openAs({ ...person, password: "a wrong guess" })).rejects.toThrow("INVALID_CREDENTIALS");
  await expect(attempts.filter({ hasText: "failed" })).toHaveCount(1);

  // What the phone sets up, renames and takes away.
  await addAuthenticator(phone.page);
  await phone.page.goto("/account/security");
  await setUpApp(phone.page, person.password);
  await phone.page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove the authenticator app" })).toBeVisible();
  const dialog = phone.page.getByRole("dialog");
  await phone.page.getByRole("button", { name: "Add a passkey" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Phone");
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Phone" })).toBeVisible();

  await phone.page.getByRole("button", { name: "Rename Phone" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Old phone");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("button", { name: "Remove Old phone" })).toBeVisible();
  await expectAccessible(page);
  await phone.page.getByRole("button", { name: "Remove Old phone" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove Old phone" })).toHaveCount(0);

  // The phone was used elsewhere, hours ago; then it goes on from here.
  const held = await phone.procedures.sessions.list.query();
  await moveSession(held.find((each) => each.current)?.id ?? "", "198.51.100.9");
  await page.reload();
  const elsewhere = devices.filter({ hasText: "198.51.100.9" });
  await expect(elsewhere).toContainText("3 hr. ago");
  await expect
    .poll(async () => {
      // A process may remember for two seconds when it was used last.
      await phone.procedures.users.me.query();
      return elsewhere.count();
    })
    .toBe(0);
  await expect(devices.filter({ hasNotText: "this device" })).toContainText("now");

  // Signed out from here, the phone leaves its page by itself.
  await procedures.sessions.endAll.mutate({ everywhere: false });
  await expect(devices).toHaveCount(1);
  await expect(phone.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible({
    timeout: 20_000,
  });
});

test("an account at the provider that is unlinked on one device is so on the page of another", async ({
  openAs,
  createPerson,
}) => {
  const person = await createPerson("Lin");
  const [desk, phone] = [await openAs(person), await openAs(person)];
  await desk.page.goto("/account/security");
  const section = desk.page.getByRole("region", { name: "Sign-in with another account" });
  await expect(section.getByRole("button", { name: "Link Test ID" })).toBeVisible();
  await phone.page.goto("/account/security");
  await phone.page.getByRole("button", { name: "Link Test ID" }).click();
  const dialog = phone.page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Link Test ID" }).click();
  await phone.page.getByLabel("Name").fill(person.username);
  await phone.page.getByRole("button", { name: "Sign in" }).click();
  await phone.page.waitForURL("**/account/security**");
  await expect(section).toContainText(`${person.username}@provider.example is linked`);
  await phone.page.getByRole("button", { name: "Unlink Test ID" }).click();
  await dialog.getByLabel("Your password", { exact: true }).fill(person.password);
  await dialog.getByRole("button", { name: "Unlink Test ID" }).click();
  await expect(section.getByRole("button", { name: "Link Test ID" })).toBeVisible();
});
