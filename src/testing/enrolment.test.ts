import { expect, it } from "vitest";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { appRouter, createCaller } from "@/trpc/root";

/** Open to everybody, signed in or not: what they do has nothing to do with whoever asks. */
const open = [
  "settings.public",
  "users.register",
  "users.describeLink",
  "users.acceptLink",
  "users.forgotPassword",
  "users.resendVerification",
  "users.describeReset",
  "users.resetPassword",
  "users.confirmEmail",
  "notifications.digest.end",
];
/** What it takes to set a second factor up. */
const enrolment = [
  "factors.status",
  "factors.beginTotp",
  "factors.confirmTotp",
  "sessions.proof",
  "sessions.mailCode",
  "passkeys.list",
  "passkeys.begin",
  "passkeys.add",
];

it("whoever must have a second factor and has none may set one up, and nothing else", async () => {
  const admin = await createUser({ role: "admin" });
  await callAs(admin).admin.settings.update({ secondFactorForAdmins: true });
  const { cookie } = await signInForCookie(admin);
  const ctx = await cookieContext(cookie);
  expect(ctx).toMatchObject({ actor: null, enrolling: admin });
  const refused: string[] = [];
  for (const path of Object.keys(appRouter._def.procedures)) {
    const procedure = path
      .split(".")
      .reduce((level, key) => level[key as keyof typeof level] as object, createCaller(ctx) as object);
    // Who asks is looked at before what they ask.
    const outcome = await outcomeOf((procedure as () => Promise<unknown>)()).catch(() => "bad input");
    if (outcome === "SECOND_FACTOR_REQUIRED") refused.push(path);
  }
  const all = Object.keys(appRouter._def.procedures);
  expect(all.filter((path) => !refused.includes(path)).sort()).toEqual([...open, ...enrolment].sort());
});
