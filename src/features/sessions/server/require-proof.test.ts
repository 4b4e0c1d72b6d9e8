import { sql } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { systemContext } from "@/server/trpc/request-context";
import { callAs, outcomeOf } from "@/testing/caller";
import { createUser, testPassword } from "@/testing/factories";
import { type MailServer, startMailServer, withoutMail } from "@/testing/mail-server";
import { accountOf, withoutPassword } from "@/testing/oidc-people";
import { type OidcWorld, startOidcWorld } from "@/testing/oidc-world";
import { runJobs } from "@/testing/run-jobs";
import { setSettings } from "@/testing/set-settings";
import { signIn } from "./sign-in";

let world: OidcWorld;
let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
  world = await startOidcWorld();
  await setSettings({ signUpPolicy: "open", registrationsPerHour: 1_000, mailRequestsPerHour: 1_000 });
});
afterAll(async () => {
  await world.close();
  await mail.close();
});

/** The code of the last such mail. */
async function mailedCode({ email }: Actor, count = 1): Promise<string> {
  await runJobs("mail.send");
  const { text } = await mail.mailTo(email ?? "", count);
  return text.match(/\b\d{8}\b/)?.[0] ?? "";
}

describe("somebody without a password", () => {
  it("proves who they are with a code that is mailed to them, once", async () => {
    const { person, procedures } = await withoutPassword(world, "anna");
    expect(await procedures.sessions.proof()).toEqual({ kind: "mail" });
    const set = (currentPassword: string) =>
      outcomeOf(procedures.sessions.changePassword({ currentPassword, newPassword: testPassword }));
    expect(await set("00000000")).toBe("MAILED_CODE_WRONG");
    await procedures.sessions.mailCode();
    const code = await mailedCode(person);
    expect(await set(` ${code.slice(0, 4)} ${code.slice(4)}`)).toBe("ok");
    expect(await procedures.sessions.proof()).toEqual({ kind: "password" });
    expect(await outcomeOf(procedures.sessions.mailCode())).toBe("ALREADY_DONE");
    expect(await outcomeOf(signIn(systemContext(), { login: "anna", password: testPassword }))).toBe("ok");
  });

  it("cannot use it in another session", async () => {
    const { person, procedures } = await withoutPassword(world, "axel");
    await procedures.sessions.mailCode();
    const currentPassword = await mailedCode(person);
    const elsewhere = callAs(person).account.deactivate({ currentPassword });
    expect(await outcomeOf(elsewhere)).toBe("MAILED_CODE_WRONG");
  });

  it("is asked for the code that came last", async () => {
    const { person, procedures } = await withoutPassword(world, "andy");
    await procedures.sessions.mailCode();
    await procedures.sessions.mailCode();
    await mailedCode(person, 2);
    const [first, second] = mail.received
      .filter(({ to }) => to === person.email)
      .map(({ text }) => text.match(/\b\d{8}\b/)?.[0] ?? "");
    const deactivate = (currentPassword = "") =>
      outcomeOf(procedures.account.deactivate({ currentPassword }));
    expect([await deactivate(first), await deactivate(second)]).toEqual(["MAILED_CODE_WRONG", "ok"]);
  });

  it("uses a code up, and is made to wait after wrong ones", async () => {
    const { person, procedures } = await withoutPassword(world, "bert");
    await procedures.sessions.mailCode();
    const code = await mailedCode(person);
    const change = (currentPassword: string, email: string) =>
      outcomeOf(procedures.account.changeEmail({ currentPassword, email }));
    expect(await change(code, "bert@elsewhere.example")).toBe("ok");
    expect(await change(code, "bert@nowhere.example")).toBe("MAILED_CODE_WRONG");
    for (let i = 0; i < 4; i++) expect(await change("12345678", "x@x.example")).toBe("MAILED_CODE_WRONG");
    await procedures.sessions.mailCode();
    expect(await change("12345678", "x@x.example")).toBe("RATE_LIMITED");
  });

  it("changes the address, deactivates and deletes the account with it", async () => {
    for (const [name, act] of [
      ["carl", "deactivate"],
      ["dora", "delete"],
    ] as const) {
      const { person, procedures } = await withoutPassword(world, name);
      await procedures.sessions.mailCode();
      const currentPassword = await mailedCode(person);
      if (act === "delete") await procedures.account.delete({ currentPassword, messages: "keep" });
      else await procedures.account.deactivate({ currentPassword });
      const [row] = await database().db.select().from(users).where(sql`${users.id} = ${person.id}`);
      expect(row).toMatchObject({ status: "deactivated", email: act === "delete" ? null : person.email });
    }
  });

  it("sets a second factor up with it, and then uses that", async () => {
    const { person, procedures } = await withoutPassword(world, "emil");
    await procedures.sessions.mailCode();
    const { secret } = await procedures.factors.beginTotp({ password: await mailedCode(person) });
    const codeOf = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
    const { recoveryCodes } = await procedures.factors.confirmTotp({ code: codeOf(0) });
    expect(await procedures.sessions.proof()).toEqual({ kind: "code" });
    expect(await outcomeOf(procedures.factors.renewRecoveryCodes({ password: "000000" }))).toBe(
      "SECOND_FACTOR_WRONG",
    );
    const [first = "", second = ""] = recoveryCodes;
    expect(await outcomeOf(procedures.factors.renewRecoveryCodes({ password: first }))).toBe("ok");
    expect(await outcomeOf(procedures.factors.removeTotp({ password: second }))).toBe("SECOND_FACTOR_WRONG");
    expect(await outcomeOf(procedures.factors.removeTotp({ password: codeOf(1) }))).toBe("ok");
  });

  it("keeps the only way in", async () => {
    const { person, procedures } = await withoutPassword(world, "fritz");
    await procedures.sessions.mailCode();
    expect(await outcomeOf(procedures.identity.unlink({ password: await mailedCode(person) }))).toBe(
      "ONLY_WAY_IN",
    );
    expect((await procedures.identity.get()).linked).not.toBeNull();
  });

  it("is told what to do where there is no mail, and gets in with an administrator's link", async () => {
    const { person, procedures } = await withoutPassword(world, "gerd");
    await withoutMail(async () => {
      expect(await procedures.sessions.proof()).toEqual({ kind: "none" });
      expect(await outcomeOf(procedures.account.deactivate({ currentPassword: "x" }))).toBe("NO_PROOF");
      expect(await outcomeOf(procedures.sessions.mailCode())).toBe("ALREADY_DONE");
      const admin = await createUser({ role: "admin" });
      const { url } = await callAs(admin).admin.users.resetPassword({ userId: person.id });
      const token = url?.split("/").at(-1) ?? "";
      await callAs(null).users.resetPassword({ token, password: testPassword });
    });
    expect((await accountOf(person.email ?? ""))?.passwordHash).toMatch(/^\$argon2id/);
  });

  it("sets a password by the link for forgotten ones", async () => {
    const { person } = await withoutPassword(world, "hans");
    await callAs(null).users.forgotPassword({ login: "hans" });
    await runJobs("account-mail.send");
    await runJobs("mail.send");
    const { links } = await mail.mailTo(person.email ?? "");
    const token =
      links
        .find((link) => link.includes("/reset/"))
        ?.split("/")
        .at(-1) ?? "";
    await callAs(null).users.resetPassword({ token, password: testPassword });
    expect(await outcomeOf(signIn(systemContext(), { login: "hans", password: testPassword }))).toBe("ok");
  });
});
