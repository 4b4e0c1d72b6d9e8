import { afterAll, beforeAll, expect, it } from "vitest";
import { flushTallies } from "@/server/tally";
import { systemContext } from "@/server/trpc/request-context";
import { outcomeOf } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";
import { signIn } from "./sign-in";

let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(() => mail.close());

/** Guesses until signing in has to wait. */
async function guess(login: string): Promise<void> {
  for (let i = 0; i < 7; i++) {
    await outcomeOf(signIn({ ...systemContext(), ip: null }, { login, password: "a wrong password" }));
  }
}

async function mailsTo(address: string): Promise<string[]> {
  await flushTallies();
  await runJobs("mail.send");
  return mail.received.filter(({ to }) => to === address).map(({ subject }) => subject);
}

it("whose account is locked out is told by mail, by whichever name it was tried, once for each in a day", async () => {
  const person = await createUser();
  const email = person.email ?? "";
  const told = "Signing in to your account has to wait";
  await guess(person.username.toUpperCase());
  expect(await mailsTo(email)).toEqual([told]);
  await guess(person.username);
  expect(await mailsTo(email)).toEqual([told]);
  await guess(email);
  expect(await mailsTo(email)).toEqual([told, told]);
});

it("nobody is told of a login that is nobody's, or of an account that is closed", async () => {
  const closed = await createUser({ status: "suspended" });
  const before = mail.received.length;
  await guess("nobody.at.all");
  await guess(closed.username);
  await mailsTo(closed.email ?? "");
  expect(mail.received).toHaveLength(before);
});
