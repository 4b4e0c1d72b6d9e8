import { expect } from "@playwright/test";
import { test } from "./fixtures";
import { cookieHeader, procedures, signIn } from "./procedures";

test("only the right password signs in, and signing out ends the session on the server", async ({
  createPerson,
  request,
}) => {
  const person = await createPerson();
  expect(await signIn(request, { ...person, password: "something else" })).toBe("INVALID_CREDENTIALS");
  expect(await signIn(request, { login: "nobody", password: person.password })).toBe("INVALID_CREDENTIALS");
  expect(await signIn(request, person)).toBeNull();

  const cookie = await cookieHeader(request);
  expect((await procedures(cookie).users.me.query()).id).toBe(person.id);
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
  // Somebody who kept a copy of the cookie has nothing either.
  await expect(procedures(cookie).users.me.query()).rejects.toThrow("UNAUTHENTICATED");
});

test("the session's cookie is out of reach of scripts and of other sites", async ({ openAsNewPerson }) => {
  const { context } = await openAsNewPerson();
  const session = (await context.cookies()).find(({ name }) => name === "offchat.session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
});

test("another site's page cannot act with the browser's cookies", async ({ openAsNewPerson }) => {
  const { context } = await openAsNewPerson();
  const answer = await context.request.post("/api/trpc/conversations.createGroup", {
    headers: { origin: "https://evil.example" },
    data: { name: "Not wanted" },
  });
  expect(answer.status()).toBe(403);
});
