import { eq } from "drizzle-orm";
import { holdMessage } from "@/features/filters/server/hold-message";
import { requestGlass } from "@/features/moderation/break-glass/server/request-glass";
import { reportMessage } from "@/features/moderation/server/report-message";
import { reportPerson } from "@/features/moderation/server/report-person";
import { database } from "@/server/db/client";
import { reports } from "@/server/db/schema/reports";
import { callAs } from "../caller";
import { actorContext, createUser, newMessageId } from "../factories";
import { type AccessRows, adminsOnly, membersOnly, type Outcomes, signedIn } from "./outcomes";
import { deletedGroupInput, group, groupInput, people, theirs } from "./subjects";

const handlersOnly: Outcomes = { ...adminsOnly, moderator: "ok" };
/** A report of somebody's message that the member persona can read, by the owner of the group. */
async function report() {
  const { conversationId, messageId } = await theirs();
  const complaint = { category: "spam", text: "", withContext: true } as const;
  await reportMessage(actorContext(people.owner), { conversationId, messageId, ...complaint });
  const [row] = await database()
    .db.select({ reportId: reports.id })
    .from(reports)
    .where(eq(reports.messageId, messageId));
  return row as { reportId: string };
}
/** A report of somebody of their own. */
async function personReport() {
  const { id: userId } = await createUser();
  await reportPerson(actorContext(people.owner), { userId, category: "spam", text: "" });
  const [row] = await database()
    .db.select({ reportId: reports.id })
    .from(reports)
    .where(eq(reports.reportedUserId, userId));
  return row as { reportId: string };
}
const template = async () =>
  callAs(await createUser({ role: "admin" })).admin.moderation.templates.save({
    title: `Title ${crypto.randomUUID()}`,
    body: "Thank you.",
  });

const rule = () => ({ kind: "word" as const, text: `word${made++}`, action: "flag" as const });
let made = 0;
const savedRule = async () => {
  const admin = await createUser({ role: "admin" });
  return { id: (await callAs(admin).admin.filters.save(rule())).id };
};
/** A message of the owner's that a filter keeps back. */
async function held() {
  const id = newMessageId();
  const message = { id, conversationId: await group(), body: "wait" };
  await holdMessage(actorContext(people.owner), message, "wait").catch(() => {});
  return { id };
}

const why = "looking into a complaint";
const adminConversation = async () => ({ conversationId: await group(), reason: why });
/** A request of an administrator's that waits for another one. */
async function request() {
  const admin = await createUser({ role: "admin" });
  await callAs(admin).admin.settings.update({ breakGlassNeedsSecondAdmin: true });
  const wanted = { conversationId: await group(), reason: why, minutes: 15 } as const;
  return { grantId: (await requestGlass(actorContext(admin), wanted)).grantId };
}

export const moderationAccess: AccessRows = {
  "moderation.reportMessage": {
    input: async () => ({ ...(await theirs()), category: "spam" }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "moderation.reportPerson": {
    input: async () => ({ userId: (await createUser()).id, category: "spam" }),
    outcomes: signedIn,
  },
  // The asker's own: see notices.test.ts.
  "moderation.notices": { outcomes: signedIn },
  "moderation.acknowledgeWarning": { input: () => ({ warningId: crypto.randomUUID() }), outcomes: signedIn },
  "moderation.putResultAway": { input: report, outcomes: signedIn },
  "admin.moderation.list": { input: () => ({}), outcomes: handlersOnly },
  "admin.moderation.of": {
    input: () => ({ userId: crypto.randomUUID(), side: "by" }),
    outcomes: handlersOnly,
  },
  "admin.moderation.counts": { outcomes: handlersOnly },
  "admin.moderation.get": { input: report, outcomes: handlersOnly },
  "admin.moderation.handlers": { outcomes: handlersOnly },
  "admin.moderation.assign": {
    input: async () => ({ ...(await report()), assigneeId: null }),
    outcomes: handlersOnly,
  },
  "admin.moderation.dismiss": { input: report, outcomes: handlersOnly },
  "admin.moderation.dismissMany": {
    input: async () => ({ reportIds: [(await report()).reportId] }),
    outcomes: handlersOnly,
  },
  "admin.moderation.warn": {
    input: async () => ({ ...(await report()), warning: "Please stop." }),
    outcomes: handlersOnly,
  },
  "admin.moderation.removeMessage": {
    input: async () => ({ ...(await report()), reason: "spam" }),
    outcomes: handlersOnly,
  },
  "admin.moderation.suspend": {
    input: async () => ({ ...(await personReport()), reason: "spam", until: null }),
    outcomes: adminsOnly,
  },
  "moderation.putRejectedAway": { input: held, outcomes: signedIn },
  "moderation.withdrawHeld": { input: held, outcomes: signedIn },
  "admin.moderation.held.list": { input: () => ({}), outcomes: handlersOnly },
  "admin.moderation.held.deliver": { input: held, outcomes: handlersOnly },
  "admin.moderation.held.reject": {
    input: async () => ({ ...(await held()), reason: "spam" }),
    outcomes: handlersOnly,
  },
  "moderation.putGlassNoticeAway": { input: request, outcomes: signedIn },
  "admin.breakGlass.list": {
    input: async () => ({ conversationId: await group() }),
    outcomes: adminsOnly,
  },
  "admin.breakGlass.get": { input: request, outcomes: adminsOnly },
  "admin.breakGlass.policy": { outcomes: adminsOnly },
  "admin.breakGlass.request": {
    input: async () => ({ ...(await adminConversation()), minutes: 15 }),
    outcomes: adminsOnly,
  },
  "admin.breakGlass.approve": { input: request, outcomes: adminsOnly },
  "admin.breakGlass.refuse": { input: request, outcomes: adminsOnly },
  // Somebody else's: see break-glass.test.ts.
  "admin.breakGlass.end": { input: request, outcomes: { ...adminsOnly, admin: "NOT_FOUND" } },
  "admin.breakGlass.read": { input: request, outcomes: { ...adminsOnly, admin: "GLASS_CLOSED" } },
  "admin.conversations.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.conversations.countMatching": { input: () => ({}), outcomes: adminsOnly },
  "admin.conversations.work": {
    input: async () => ({
      action: "archive",
      selected: { kind: "these", ids: [await group()] },
      reason: why,
    }),
    outcomes: adminsOnly,
  },
  "admin.conversations.get": {
    input: async () => ({ conversationId: await group() }),
    outcomes: adminsOnly,
  },
  "admin.conversations.members": {
    input: async () => ({ conversationId: await group() }),
    outcomes: adminsOnly,
  },
  "admin.conversations.update": {
    input: async () => ({ ...(await adminConversation()), name: "New name" }),
    outcomes: adminsOnly,
  },
  "admin.conversations.archive": { input: adminConversation, outcomes: adminsOnly },
  "admin.conversations.unarchive": {
    input: async () => {
      const input = await groupInput();
      await callAs(people.owner).conversations.archive(input);
      return { ...input, reason: why };
    },
    outcomes: adminsOnly,
  },
  "admin.conversations.delete": { input: adminConversation, outcomes: adminsOnly },
  "admin.conversations.restore": {
    input: async () => ({ ...(await deletedGroupInput()), reason: why }),
    outcomes: adminsOnly,
  },
  "admin.conversations.transfer": {
    input: async () => ({ ...(await adminConversation()), userId: people.member.id }),
    outcomes: adminsOnly,
  },
  "admin.filters.list": { outcomes: adminsOnly },
  "admin.filters.save": { input: rule, outcomes: adminsOnly },
  "admin.filters.delete": { input: savedRule, outcomes: adminsOnly },
  "admin.filters.try": { input: () => ({ text: "hello" }), outcomes: adminsOnly },
  "admin.moderation.templates.list": { outcomes: handlersOnly },
  "admin.moderation.templates.save": {
    input: () => ({ title: `Title ${crypto.randomUUID()}`, body: "Thank you." }),
    outcomes: adminsOnly,
  },
  "admin.moderation.templates.delete": {
    input: async () => ({ id: (await template()).id }),
    outcomes: adminsOnly,
  },
};
