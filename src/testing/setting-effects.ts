import type { IncomingMessage, ServerResponse } from "node:http";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { trimAudit } from "@/features/audit-log/server/trim-audit";
import { recordSecurityEvent } from "@/features/security/server/events/record-security-event";
import { watchProbe } from "@/features/security/server/events/watch-probes";
import { admitAddress } from "@/features/security/server/ip-rules/admit-address";
import { admitSignIn, hashOf } from "@/features/sessions/server/admit-sign-in";
import { renewSessionCookie } from "@/features/sessions/server/renew-session-cookie";
import { signIn } from "@/features/sessions/server/sign-in";
import type { SettingKey } from "@/features/settings/dto";
import { forgetSettings } from "@/features/settings/server/get-settings";
import { admitOrigin } from "@/rest/cross-origin";
import { sealEntries } from "@/server/audit/seal-entries";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { auditEntries } from "@/server/db/schema/audit-entries";
import { securityEvents } from "@/server/db/schema/security";
import { signInAttempts } from "@/server/db/schema/sessions";
import { settings } from "@/server/db/schema/settings";
import { env } from "@/server/env";
import { systemContext } from "@/server/trpc/request-context";
import { createCaller } from "@/trpc/root";
import { ageSession } from "./age-session";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "./caller";
import { demandsSecondFactor } from "./demands-second-factor";
import { effectOfLinkPreviews } from "./effect-of-link-previews";
import { effectOfPasswordMinimum } from "./effect-of-password-minimum";
import { createGroup, createUser, newMessageId, testPassword } from "./factories";
import { startMailServer, withoutMail } from "./mail-server";
import { messageEffects } from "./message-effects";
import { notificationEffects } from "./notification-effects";
import { oversightEffects } from "./oversight-effects";
import { startWebServer } from "./start-web-server";

/** An address in each of these countries, as the registries say. */
const places = { FR: "212.27.48.10", DE: "2.160.0.1", JP: "133.11.0.1", NL: "193.0.6.139" };

/** How many days old the first audit entry of all is. */
const firstEntryDays = 100;

/**
 * What each setting does, seen from outside: a new setting needs its effect here. `prepare` goes before all of them,
 * `begin` before each; each can be seen once in a database.
 */
export function settingEffects() {
  let admin: Actor;
  const update = (change: Parameters<ReturnType<typeof callAs>["admin"]["settings"]["update"]>[0]) =>
    callAs(admin).admin.settings.update(change);

  const prepare = async () => {
    const at = new Date(Date.now() - firstEntryDays * 86_400_000);
    const entry = { action: "setting.changed", at, targetType: "settings", targetId: "long ago" };
    await database().db.insert(auditEntries).values(entry);
    await sealEntries(systemContext());
  };

  const begin = async () => {
    // As an effect that was not seen through may have left them.
    Object.assign(env(), { SMTP_URL: undefined, MAIL_FROM: undefined });
    await database().db.delete(settings);
    forgetSettings();
    admin = await createUser({ role: "admin" });
  };

  const callFrom = (ip: string) => createCaller({ ...systemContext(), ip });
  const signInFrom = (ip: string, password = testPassword) =>
    outcomeOf(signIn({ ...systemContext(), ip }, { login: admin.username, password }));
  let accounts = 0;
  const newAccount = () => {
    const username = `someone-${++accounts}`;
    return { displayName: "A", username, email: `${username}@example.org` };
  };

  const raisedAt = (ip: string) =>
    database().db.select().from(securityEvents).where(sql`${securityEvents.ip} = ${ip}::inet`);

  const effects: Record<SettingKey, () => Promise<void>> = {
    async instanceName() {
      await update({ instanceName: "Harbour" });
      expect((await callAs(null).settings.public()).instanceName).toBe("Harbour");
    },
    async signUpPolicy() {
      const someone = { ...newAccount(), password: testPassword };
      await update({ signUpPolicy: "closed" });
      expect(await outcomeOf(callAs(null).users.register(someone))).toBe("SIGN_UP_CLOSED");
      await update({ signUpPolicy: "open" });
      expect(await callAs(null).users.register(someone)).toMatchObject({ status: "active" });
    },
    // What an allowed origin may do: cross-origin.test.ts.
    async apiOrigins() {
      const request = { headers: { origin: "https://app.example.org" } } as IncomingMessage;
      const response = { setHeader() {} } as unknown as ServerResponse;
      expect(await admitOrigin(request, response)).toBe(false);
      await update({ apiOrigins: "https://app.example.org" });
      expect(await admitOrigin(request, response)).toBe(true);
    },
    linkPreviews: () => effectOfLinkPreviews(() => update({ linkPreviews: false })),
    ...messageEffects(update, () => admin),
    ...oversightEffects(update, () => admin),
    ...notificationEffects(update, () => admin),

    passwordMinimumLength: () =>
      effectOfPasswordMinimum((minimum) => update({ passwordMinimumLength: minimum, signUpPolicy: "open" })),
    async signInsPerMinute() {
      await update({ signInsPerMinute: 1 });
      expect([await signInFrom("203.0.113.1"), await signInFrom("203.0.113.1")]).toEqual([
        "ok",
        "RATE_LIMITED",
      ]);
    },
    async registrationsPerHour() {
      await update({ registrationsPerHour: 1, signUpPolicy: "closed" });
      const register = () =>
        outcomeOf(callFrom("203.0.113.2").users.register({ ...newAccount(), password: testPassword }));
      expect([await register(), await register()]).toEqual(["SIGN_UP_CLOSED", "RATE_LIMITED"]);
    },
    async linkUsesPerMinute() {
      await update({ linkUsesPerMinute: 1 });
      const look = () => outcomeOf(callFrom("203.0.113.3").users.describeLink({ token: "x".repeat(43) }));
      expect([await look(), await look()]).toEqual(["LINK_INVALID", "RATE_LIMITED"]);
    },
    async requireVerifiedEmail() {
      const server = await startMailServer();
      const unverified = async () => {
        const account = newAccount();
        await callAs(null).users.register({ ...account, password: testPassword });
        return outcomeOf(signIn(systemContext(), { login: account.username, password: testPassword }));
      };
      await update({ requireVerifiedEmail: true, signUpPolicy: "open" });
      expect(await unverified()).toBe("EMAIL_UNVERIFIED");
      await update({ requireVerifiedEmail: false });
      expect(await unverified()).toBe("ok");
      await update({ requireVerifiedEmail: true });
      await withoutMail(async () => expect(await unverified()).toBe("ok"));
      await server.close();
    },
    async mailRequestsPerHour() {
      const server = await startMailServer();
      await update({ mailRequestsPerHour: 1 });
      const ask = () => outcomeOf(callFrom("203.0.113.9").users.forgotPassword({ login: "nobody" }));
      expect([await ask(), await ask()]).toEqual(["ok", "RATE_LIMITED"]);
      await server.close();
    },
    async messagesPerMinute() {
      const { id: conversationId } = await createGroup(admin);
      await update({ messagesPerMinute: 1 });
      const send = () =>
        outcomeOf(callAs(admin).messages.send({ id: newMessageId(), conversationId, body: "Hello" }));
      expect([await send(), await send()]).toEqual(["ok", "RATE_LIMITED"]);
    },
    async searchesPerMinute() {
      await update({ searchesPerMinute: 1 });
      const search = () => outcomeOf(callAs(admin).users.search({ query: "a" }));
      expect([await search(), await search()]).toEqual(["ok", "RATE_LIMITED"]);
    },
    async reportsPerHour() {
      await update({ reportsPerHour: 1 });
      const reporter = await createUser();
      const report = async () =>
        outcomeOf(
          callAs(reporter).moderation.reportPerson({ userId: (await createUser()).id, category: "spam" }),
        );
      expect([await report(), await report()]).toEqual(["ok", "RATE_LIMITED"]);
    },
    async requestsPerMinute() {
      await update({ requestsPerMinute: 10 });
      const web = await startWebServer();
      const ask = async () => (await fetch(`${web.url}/api/trpc/settings.public`)).status;
      for (let i = 0; i < 10; i++) expect(await ask()).toBe(200);
      expect(await ask()).toBe(429);
      await web.close();
    },
    async tokenRotationMinutes() {
      const { sessionId, cookie } = await signInForCookie(await createUser());
      await ageSession(sessionId, { rotatedAt: "5 minutes" });
      const renewed = () => renewSessionCookie({ cookie, authorization: null, ip: null, userAgent: null });
      expect(await renewed()).toBeNull();
      await update({ tokenRotationMinutes: 4 });
      expect(await renewed()).not.toBeNull();
    },
    async sessionIdleHours() {
      const { sessionId, cookie } = await signInForCookie(await createUser());
      await ageSession(sessionId, { lastUsedAt: "2 hours" });
      await update({ sessionIdleHours: 2 });
      expect((await cookieContext(cookie)).actor).toBeNull();
      await update({ sessionIdleHours: 3 });
      expect((await cookieContext(cookie)).actor).not.toBeNull();
    },
    async sessionMaximumDays() {
      const { sessionId, cookie } = await signInForCookie(await createUser());
      await ageSession(sessionId, { createdAt: "2 days" });
      await update({ sessionMaximumDays: 2 });
      expect((await cookieContext(cookie)).actor).toBeNull();
      await update({ sessionMaximumDays: 3 });
      expect((await cookieContext(cookie)).actor).not.toBeNull();
    },
    secondFactorForAdmins: () => demandsSecondFactor("admin", "secondFactorForAdmins"),
    secondFactorForModerators: () => demandsSecondFactor("moderator", "secondFactorForModerators"),
    secondFactorForUsers: () => demandsSecondFactor("user", "secondFactorForUsers"),
    async freeSignInFailures() {
      await update({ freeSignInFailures: 2 });
      const outcomes = [];
      for (let i = 0; i < 3; i++) outcomes.push(await signInFrom("203.0.113.4", "wrong"));
      expect(outcomes).toEqual(["INVALID_CREDENTIALS", "INVALID_CREDENTIALS", "RATE_LIMITED"]);
    },
    async longestLockOutMinutes() {
      await update({ freeSignInFailures: 1, longestLockOutMinutes: 1 });
      const { id } = await createUser();
      await database()
        .db.insert(signInAttempts)
        .values(
          Array.from({ length: 40 }, () => ({
            loginHash: hashOf({ login: id }),
            outcome: "failed" as const,
          })),
        );
      const refusal = await admitSignIn(systemContext(), { login: id }).catch((error) => error);
      expect(refusal.details).toEqual({ seconds: 60, minutes: 0 });
    },
    async sprayedLoginsPerHour() {
      await update({ sprayedLoginsPerHour: 2 });
      const guess = (login: string) =>
        outcomeOf(signIn({ ...systemContext(), ip: "198.51.100.20" }, { login, password: "summer" }));
      await guess("nobody-1");
      expect(await raisedAt("198.51.100.20")).toEqual([]);
      await guess("nobody-2");
      expect(await raisedAt("198.51.100.20")).toMatchObject([{ kind: "sign-in.sprayed" }]);
    },
    async accountsPerAddressPerHour() {
      await update({ accountsPerAddressPerHour: 2 });
      await signInFrom("198.51.100.21");
      expect(await raisedAt("198.51.100.21")).toEqual([]);
      const other = await createUser();
      await signIn(
        { ...systemContext(), ip: "198.51.100.21" },
        { login: other.username, password: testPassword },
      );
      expect(await raisedAt("198.51.100.21")).toMatchObject([{ kind: "sign-in.many-accounts" }]);
    },
    async countriesPerDay() {
      await update({ countriesPerDay: 2, travelKilometresPerHour: 100_000 });
      await signInFrom(places.FR);
      await signInFrom(places.DE);
      expect(await raisedAt(places.DE)).toMatchObject([
        { kind: "sign-in.many-countries", facts: { countries: "DE FR" } },
      ]);
    },
    async travelKilometresPerHour() {
      await update({ travelKilometresPerHour: 100 });
      const { userId, sessionId } = await signIn(
        { ...systemContext(), ip: places.JP },
        { login: admin.username, password: testPassword },
      );
      // 7,000 km at least, within 60 hours.
      await ageSession(sessionId, { lastUsedAt: "20 hours" });
      await update({ travelKilometresPerHour: 1_000 });
      await signInFrom(places.NL);
      expect(await raisedAt(places.NL)).toEqual([]);
      await update({ travelKilometresPerHour: 100 });
      await signInFrom(places.NL);
      expect(await raisedAt(places.NL)).toMatchObject([{ kind: "sign-in.impossible-travel", userId }]);
    },
    async probesPerMinute() {
      await update({ probesPerMinute: 1 });
      const probe = () => watchProbe({ ...systemContext(), ip: "198.51.100.22" });
      await probe();
      expect(await raisedAt("198.51.100.22")).toEqual([]);
      await probe();
      expect(await raisedAt("198.51.100.22")).toMatchObject([{ kind: "address.scanned" }]);
    },
    async automaticBlockMinutes() {
      const scan = (ip: string) =>
        recordSecurityEvent({ ...systemContext(), ip }, { kind: "address.scanned", subject: ip });
      await update({ automaticBlockMinutes: 0 });
      await scan("198.51.100.23");
      expect(await admitAddress("198.51.100.23")).toBe(true);
      await update({ automaticBlockMinutes: 5 });
      await scan("198.51.100.24");
      expect(await admitAddress("198.51.100.24")).toBe(false);
    },

    async auditRetentionDays() {
      const trim = async () => (await trimAudit(systemContext())).removed;
      await update({ auditRetentionDays: firstEntryDays + 1 });
      expect(await trim()).toBe(0);
      await update({ auditRetentionDays: firstEntryDays - 1 });
      expect(await trim()).toBe(1);
    },
  };

  return { effects, prepare, begin };
}
