import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rateLimitRules } from "@/features/security/rate-limit-rules";
import { updateSettings } from "@/features/settings/server/update-settings";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { appRouter, createCaller } from "@/trpc/root";
import { accountsAccess } from "./access/accounts-access";
import { adminAuditAccess } from "./access/admin-audit-access";
import { adminBroadcastsAccess } from "./access/admin-broadcasts-access";
import { adminDashboardAccess } from "./access/admin-dashboard-access";
import { adminJobsAccess } from "./access/admin-jobs-access";
import { adminPeopleAccess } from "./access/admin-people-access";
import { adminSecurityAccess } from "./access/admin-security-access";
import { adminSettingsAccess } from "./access/admin-settings-access";
import { adminUsersAccess } from "./access/admin-users-access";
import { conversationsAccess } from "./access/conversations-access";
import { factorsAccess } from "./access/factors-access";
import { messagesAccess } from "./access/messages-access";
import { moderationAccess } from "./access/moderation-access";
import { notificationsAccess } from "./access/notifications-access";
import { type AccessRows, type Outcomes, type Persona, personas } from "./access/outcomes";
import { passkeysAccess } from "./access/passkeys-access";
import { presenceAccess } from "./access/presence-access";
import { savedViewsAccess } from "./access/saved-views-access";
import { searchAccess } from "./access/search-access";
import { sessionsAccess } from "./access/sessions-access";
import { settingsAccess } from "./access/settings-access";
import { people } from "./access/subjects";
import { usersAccess } from "./access/users-access";
import { cookieContext, outcomeOf, signInForCookie } from "./caller";
import { actorContext, createUser } from "./factories";

const matrix: AccessRows = {
  ...adminBroadcastsAccess,
  ...adminDashboardAccess,
  ...adminJobsAccess,
  ...adminPeopleAccess,
  ...accountsAccess,
  ...adminSecurityAccess,
  ...adminAuditAccess,
  ...adminSettingsAccess,
  ...adminUsersAccess,
  ...conversationsAccess,
  ...factorsAccess,
  ...messagesAccess,
  ...moderationAccess,
  ...passkeysAccess,
  ...notificationsAccess,
  ...presenceAccess,
  ...savedViewsAccess,
  ...searchAccess,
  ...sessionsAccess,
  ...settingsAccess,
  ...usersAccess,
};

const cookies = new Map<Persona, string | null>();

beforeAll(async () => {
  people.owner = await createUser();
  // What is refused here is refused for who asks, not for how often the others did.
  const limits = Object.values(rateLimitRules).map(({ setting }) => [setting, 10_000]);
  await updateSettings(actorContext(await createUser({ role: "admin" })), Object.fromEntries(limits));
  cookies.set("anonymous", null);
  for (const persona of personas) {
    if (persona === "anonymous") continue;
    const role = persona === "admin" || persona === "moderator" ? persona : "user";
    const person = await createUser({ role });
    if (persona === "member") people.member = person;
    // They signed in while they were active: the session is there, and must not help them.
    cookies.set(persona, (await signInForCookie(person)).cookie);
    if (persona === "pending" || persona === "suspended") {
      await database().db.update(users).set({ status: persona }).where(eq(users.id, person.id));
    }
  }
});

describe("the access matrix", () => {
  it("has a row for every procedure, and none besides", () => {
    expect(Object.keys(matrix).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.entries(matrix))("%s", async (path, { input, outcomes }) => {
    const actual: Partial<Outcomes> = {};
    for (const persona of personas) {
      const caller = createCaller(await cookieContext(cookies.get(persona) ?? null));
      actual[persona] = await outcomeOf(call(caller, path, await input?.()));
    }
    expect(actual).toEqual(outcomes);
  });
});

function call(caller: object, path: string, input: unknown): Promise<unknown> {
  const procedure = path
    .split(".")
    .reduce((level, key) => level[key as keyof typeof level] as object, caller) as (
    input: unknown,
  ) => Promise<unknown>;
  return procedure(input);
}
