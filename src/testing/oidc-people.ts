import { eq } from "drizzle-orm";
import { database } from "@/server/db/client";
import { externalIdentities } from "@/server/db/schema/identities";
import { users } from "@/server/db/schema/users";
import { createCaller } from "@/trpc/root";
import { cookieContext, signInForCookie } from "./caller";
import { createUser, testPassword } from "./factories";
import type { OidcWorld } from "./oidc-world";

type Wanted = Parameters<typeof createUser>[0];

/** Somebody signed in with their password, and what their browser may do. */
export async function signedIn(world: OidcWorld, wanted: Wanted = {}) {
  const person = await createUser(wanted);
  const browser = world.newBrowser();
  const { cookie } = await signInForCookie(person);
  browser.take(cookie);
  return { person, browser, procedures: createCaller(await cookieContext(cookie)) };
}

/** Somebody whose account here is linked to this name at the provider. */
export async function linked(world: OidcWorld, name: string, wanted: Wanted = {}) {
  const someone = await signedIn(world, wanted);
  await someone.procedures.identity.beginLink({ password: testPassword });
  const { path } = await someone.browser.signIn(name);
  if (path !== "/account/security") throw new Error(`${name} was not linked: ${path}`);
  return someone;
}

/** Somebody whom only the provider can sign in, and what their browser may do. */
export async function withoutPassword(world: OidcWorld, name: string) {
  const browser = world.newBrowser();
  await browser.signIn(name);
  const ctx = await cookieContext(browser.cookieHeader());
  if (!ctx.actor) throw new Error(`${name} is not signed in`);
  return { person: ctx.actor, browser, procedures: createCaller(ctx) };
}

/** The account with this address. */
export async function accountOf(email: string) {
  const [row] = await database().db.select().from(users).where(eq(users.email, email));
  return row;
}

/** What is linked to an account. */
export const identitiesOf = (userId: string) =>
  database().db.select().from(externalIdentities).where(eq(externalIdentities.userId, userId));
