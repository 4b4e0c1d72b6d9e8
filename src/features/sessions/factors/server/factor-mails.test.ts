import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, it } from "vitest";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { runJobs } from "@/testing/run-jobs";
import { SoftAuthenticator } from "@/testing/soft-authenticator";
import { createCaller } from "@/trpc/root";

let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(() => mail.close());

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const password = { password: testPassword };

it("whoever's way to sign in was changed is told what, when and from where", async () => {
  const person = await createUser();
  const email = person.email ?? "";
  const { factors, passkeys } = createCaller({
    ...{ ...systemContext(), actor: person, ip: "133.11.0.1", userAgent: firefox },
  });
  const { received } = mail;
  const news = async () => {
    await runJobs("mail.send");
    return received.splice(0).filter(({ to }) => to === email);
  };
  const codeOf = (secret: string, steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

  const { secret } = await factors.beginTotp(password);
  expect(await news()).toEqual([]);
  await factors.confirmTotp({ code: codeOf(secret, 0) });
  const [added] = await news();
  expect(added?.subject).toBe("How you sign in was changed");
  expect(added?.text).toContain("an authenticator app was set up");
  for (const fact of ["Firefox", "Japan", "133.11.0.1", "UTC"]) expect(added?.text).toContain(fact);

  const { secret: next } = await factors.beginTotp(password);
  await factors.confirmTotp({ code: codeOf(next, 0) });
  expect((await news())[0]?.text).toContain("replaced by another");
  await factors.renewRecoveryCodes(password);
  expect((await news())[0]?.text).toContain("new recovery codes were made");
  const { challenge } = await passkeys.begin(password);
  const { passkey } = await passkeys.add({
    name: "Key",
    registration: new SoftAuthenticator().register(challenge),
  });
  expect((await news())[0]?.text).toContain("a passkey was added");
  await passkeys.remove({ ...password, passkeyId: passkey.id });
  expect((await news())[0]?.text).toContain("a passkey was removed");

  const admin = await createUser({ role: "admin" });
  await database().db.update(users).set({ locale: "de" }).where(eq(users.id, person.id));
  await callAs(admin).admin.factors.reset({ userId: person.id, reason: "Telefon verloren" });
  const [reset] = await news();
  expect(reset?.subject).toBe("Deine Anmeldung wurde geändert");
  expect(reset?.text).toContain("hat die Verwaltung alle zweiten Faktoren");
  expect(reset?.text).toContain("Telefon verloren");
  expect(reset?.text).not.toContain("Firefox");
});

it("administrators cannot reset their own factors", async () => {
  const admin = await createUser({ role: "admin" });
  const reset = callAs(admin).admin.factors.reset({ userId: admin.id, reason: "lost" });
  expect(await outcomeOf(reset)).toBe("OWN_ACCOUNT");
});
