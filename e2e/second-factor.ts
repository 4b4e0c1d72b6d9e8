import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import type { SignedIn } from "./fixtures";

/** The code that the app with this key shows, `steps` times half a minute from now. */
export const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Sets an authenticator app up from wherever its button stands. Returns its key and the recovery codes. */
export async function setUpApp(page: Page, password: string): Promise<{ key: string; codes: string[] }> {
  await page.getByRole("button", { name: "Set up an authenticator app" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password", { exact: true }).fill(password);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  const key = await dialog.getByRole("textbox", { name: "Key" }).inputValue();
  await dialog.getByRole("textbox", { name: "Code from the app" }).fill("000000");
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await expect(dialog.getByText("This code is not right")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Code from the app" }).fill(codeOf(key));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const list = dialog.getByRole("list", { name: "Recovery codes" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const codes = await list.getByRole("listitem").allTextContents();
  return { key, codes };
}

/** Asks a browser that is not signed in any more for `path`. */
export async function openSignedOut(
  { context, page }: Pick<SignedIn, "context" | "page">,
  path = "/sign-in",
): Promise<void> {
  // A page that still stands goes to sign-in by itself once an answer says that it is signed out.
  await page.goto("about:blank");
  await context.clearCookies();
  await page.goto(path);
}

/** Leaves this browser signed out, then types name and password. */
export async function signInAgain(signedIn: SignedIn): Promise<void> {
  const { person, page } = signedIn;
  await openSignedOut(signedIn);
  await page.getByLabel("E-mail address or user name").fill(person.login);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Gives the page's browser an authenticator that makes passkeys and confirms by itself. */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
