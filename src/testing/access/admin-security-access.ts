import { database } from "@/server/db/client";
import { securityEvents } from "@/server/db/schema/security";
import { callAs, signInForCookie } from "../caller";
import { createUser } from "../factories";
import { type AccessRows, adminsOnly } from "./outcomes";

let made = 0;
const rule = () => ({
  kind: "block" as const,
  network: `198.51.100.${++made}`,
  reason: "an example",
  lifetimeHours: 1,
});
async function existingRule() {
  const { id: ruleId } = await callAs(await createUser({ role: "admin" })).admin.security.ipRules.add(rule());
  return { ruleId, reason: "no longer needed" };
}
async function event() {
  const [row] = await database()
    .db.insert(securityEvents)
    .values({ kind: "address.scanned", score: 60, subject: `198.51.100.${++made}`, hour: new Date() })
    .returning({ id: securityEvents.id });
  return { eventIds: [(row as { id: number }).id] };
}

export const adminSecurityAccess: AccessRows = {
  "admin.security.events.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.security.events.countOpen": { outcomes: adminsOnly },
  "admin.security.events.acknowledge": { input: event, outcomes: adminsOnly },
  "admin.security.events.acknowledgeMany": {
    input: async () => ({ selected: { kind: "these", ids: (await event()).eventIds } }),
    outcomes: adminsOnly,
  },
  "admin.security.events.reopen": {
    input: async () => {
      const { eventIds } = await event();
      await callAs(await createUser({ role: "admin" })).admin.security.events.acknowledge({ eventIds });
      return { eventId: eventIds[0] };
    },
    outcomes: adminsOnly,
  },
  "admin.security.events.countMatching": { input: () => ({}), outcomes: adminsOnly },
  "admin.security.ipRules.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.security.ipRules.check": {
    input: () => ({ kind: "block", network: "198.51.100.0/24" }),
    outcomes: adminsOnly,
  },
  "admin.security.ipRules.add": { input: rule, outcomes: adminsOnly },
  "admin.security.ipRules.change": {
    input: async () => ({ ...(await existingRule()), lifetimeHours: 2 }),
    outcomes: adminsOnly,
  },
  "admin.security.ipRules.remove": { input: existingRule, outcomes: adminsOnly },
  "admin.security.ipRules.countMatching": { input: () => ({}), outcomes: adminsOnly },
  "admin.security.ipRules.removeMany": {
    input: async () => {
      const { ruleId, reason } = await existingRule();
      return { selected: { kind: "these", ids: [ruleId] }, reason };
    },
    outcomes: adminsOnly,
  },
  "admin.security.limits": { outcomes: adminsOnly },
  "admin.sessions.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.sessions.revoke": {
    input: async () => ({
      sessionId: (await signInForCookie(await createUser())).sessionId,
      reason: "an example",
    }),
    outcomes: adminsOnly,
  },
  "admin.sessions.countMatching": { input: () => ({}), outcomes: adminsOnly },
  "admin.sessions.revokeMany": {
    input: async () => ({
      selected: { kind: "these", ids: [(await signInForCookie(await createUser())).sessionId] },
      reason: "an example",
    }),
    outcomes: adminsOnly,
  },
  "admin.sessions.attempts": { input: () => ({}), outcomes: adminsOnly },
  "admin.sessions.timeline": { input: () => ({ period: "day" }), outcomes: adminsOnly },
};
