import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { conversationChannel } from "@/features/conversations/channels";
import type { Actor } from "@/server/context";
import { database } from "@/server/db/client";
import { users } from "@/server/db/schema/users";
import { appRouter, createCaller } from "@/trpc/root";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "./caller";
import {
  createGroup,
  createImportedUser,
  createUser,
  newMessageId,
  sendText,
  testPassword,
} from "./factories";

/** Everybody who may ask. Moderator and admin are no members of the conversations that are asked for. */
const personas = ["anonymous", "pending", "suspended", "outsider", "member", "moderator", "admin"] as const;
type Persona = (typeof personas)[number];
type Outcomes = Record<Persona, string>;

const nobodyIn = {
  anonymous: "UNAUTHENTICATED",
  pending: "UNAUTHENTICATED",
  suspended: "UNAUTHENTICATED",
} as const;
const everybody: Outcomes = {
  anonymous: "ok",
  pending: "ok",
  suspended: "ok",
  outsider: "ok",
  member: "ok",
  moderator: "ok",
  admin: "ok",
};
const signedIn: Outcomes = { ...everybody, ...nobodyIn };
const membersOnly: Outcomes = {
  ...nobodyIn,
  outsider: "NOT_FOUND",
  member: "ok",
  moderator: "NOT_FOUND",
  admin: "NOT_FOUND",
};
const adminsOnly: Outcomes = {
  ...nobodyIn,
  outsider: "FORBIDDEN",
  member: "FORBIDDEN",
  moderator: "FORBIDDEN",
  admin: "ok",
};

let owner: Actor;
let member: Actor;
const cookies = new Map<Persona, string | null>();

const group = async () => (await createGroup(owner, [member])).id;
const groupInput = async () => ({ conversationId: await group() });
async function deletedGroupInput() {
  const conversationId = await group();
  await callAs(owner).conversations.delete({ conversationId });
  return { conversationId };
}
async function messageInput() {
  const conversationId = await group();
  const { id: messageId } = await sendText(owner, conversationId, "hello");
  return { conversationId, messageId };
}
async function linkInput() {
  const { url } = await callAs(owner).conversations.links.create({
    conversationId: await group(),
    lifetimeHours: null,
    maxUses: null,
  });
  return { token: url.split("/").at(-1) };
}
const pendingInput = async () => ({ userId: (await createUser({ status: "pending" })).id });
const account = () => {
  const username = `new-${randomUUID().slice(0, 8)}`;
  return { username, displayName: "New", email: `${username}@example.org`, password: testPassword };
};
async function invitation() {
  const { id: userId } = await createImportedUser();
  const { url } = await callAs(await createUser({ role: "admin" })).admin.users.invite({ userId });
  return { token: url.split("/").at(-1) };
}

/** For every procedure: an input that is valid for whoever may, and what each persona gets. */
const matrix: Record<string, { input?: () => unknown; outcomes: Outcomes }> = {
  "conversations.list": { input: () => ({}), outcomes: signedIn },
  "conversations.get": { input: groupInput, outcomes: membersOnly },
  "conversations.openDirect": {
    input: async () => ({ userId: (await createUser()).id }),
    outcomes: signedIn,
  },
  "conversations.createGroup": { input: () => ({ name: "New" }), outcomes: signedIn },
  "conversations.members": { input: groupInput, outcomes: membersOnly },
  "conversations.addMembers": {
    input: async () => ({ conversationId: await group(), userIds: [(await createUser()).id] }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.browse": { input: () => ({}), outcomes: signedIn },
  "conversations.join": {
    input: async () => ({ conversationId: (await createGroup(owner, [], { visibility: "public" })).id }),
    outcomes: signedIn,
  },
  "conversations.leave": { input: groupInput, outcomes: membersOnly },
  "conversations.markRead": {
    input: async () => ({ conversationId: await group(), seq: 0 }),
    outcomes: membersOnly,
  },
  "conversations.liveEndpoint": { outcomes: signedIn },
  // Answers null for channels that are not the asker's: see authorize-channels.test.ts.
  "conversations.authorizeChannels": {
    input: async () => ({ socketId: "1.2", channels: [conversationChannel(await group())] }),
    outcomes: signedIn,
  },
  "conversations.authenticateSocket": { input: () => ({ socketId: "1.2" }), outcomes: signedIn },
  "conversations.update": {
    input: async () => ({ conversationId: await group(), name: "Renamed" }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.archive": { input: groupInput, outcomes: { ...membersOnly, member: "FORBIDDEN" } },
  "conversations.unarchive": { input: groupInput, outcomes: { ...membersOnly, member: "FORBIDDEN" } },
  "conversations.delete": {
    input: groupInput,
    outcomes: { ...membersOnly, member: "FORBIDDEN", admin: "ok" },
  },
  // Of a deleted group its owners know, and the instance's admins.
  "conversations.restore": {
    input: deletedGroupInput,
    outcomes: { ...membersOnly, member: "NOT_FOUND", admin: "ok" },
  },
  "conversations.deleted": { input: () => ({}), outcomes: signedIn },
  "conversations.setRole": {
    input: async () => ({ conversationId: await group(), userId: member.id, role: "admin" }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.handOver": {
    input: async () => ({ conversationId: await group(), userId: member.id }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.removeMember": {
    input: async () => ({ conversationId: await group(), userId: owner.id }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.updateMembership": {
    input: async () => ({ conversationId: await group(), favourite: true }),
    outcomes: membersOnly,
  },
  "conversations.markUnread": {
    input: async () => ({ conversationId: (await messageInput()).conversationId, seq: 1 }),
    outcomes: membersOnly,
  },
  "conversations.markAllRead": { outcomes: signedIn },
  "conversations.links.create": {
    input: async () => ({ conversationId: await group(), lifetimeHours: 1, maxUses: 1 }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.links.list": { input: groupInput, outcomes: { ...membersOnly, member: "FORBIDDEN" } },
  "conversations.links.revoke": {
    input: async () => {
      const conversationId = await group();
      const { id: linkId } = await callAs(owner).conversations.links.create({
        conversationId,
        lifetimeHours: null,
        maxUses: null,
      });
      return { conversationId, linkId };
    },
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.links.describe": { input: linkInput, outcomes: signedIn },
  "conversations.links.join": { input: linkInput, outcomes: signedIn },
  "conversations.receipts.markers": { input: groupInput, outcomes: membersOnly },
  "conversations.receipts.readers": { input: messageInput, outcomes: membersOnly },
  "messages.list": {
    input: async () => {
      const conversationId = await group();
      await sendText(owner, conversationId, "secret");
      return { conversationId };
    },
    outcomes: membersOnly,
  },
  "messages.send": {
    input: async () => ({ conversationId: await group(), id: newMessageId(), body: "hello" }),
    outcomes: membersOnly,
  },
  // Leaves out conversations that are not the asker's: see catch-up.test.ts.
  "messages.catchUp": {
    input: async () => ({ timelines: [{ conversationId: await group(), revision: 0 }] }),
    outcomes: signedIn,
  },
  "sessions.list": { outcomes: signedIn },
  "sessions.attempts": { outcomes: signedIn },
  // Whose session it is decides: see own-sessions.test.ts.
  "sessions.end": {
    input: async () => ({ sessionId: (await signInForCookie(await createUser())).sessionId }),
    outcomes: {
      ...nobodyIn,
      outsider: "NOT_FOUND",
      member: "NOT_FOUND",
      moderator: "NOT_FOUND",
      admin: "NOT_FOUND",
    },
  },
  "sessions.endAll": { input: () => ({ everywhere: false }), outcomes: signedIn },
  "sessions.changePassword": {
    input: () => ({ currentPassword: testPassword, newPassword: testPassword }),
    outcomes: signedIn,
  },
  "presence.list": { input: () => ({ userIds: [owner.id] }), outcomes: signedIn },
  "presence.touch": { outcomes: signedIn },
  "presence.setStatus": { input: () => ({ emoji: null, text: "busy", until: null }), outcomes: signedIn },
  "search.messages": { input: () => ({ query: "a" }), outcomes: signedIn },
  "search.jumpTargets": { input: () => ({ query: "a" }), outcomes: signedIn },
  "settings.public": { outcomes: everybody },
  "users.me": { outcomes: signedIn },
  "users.register": { input: account, outcomes: everybody },
  "users.describeLink": { input: invitation, outcomes: everybody },
  "users.acceptLink": { input: async () => ({ ...(await invitation()), ...account() }), outcomes: everybody },
  "users.preferences": { outcomes: signedIn },
  "users.updatePreferences": { input: () => ({ readReceipts: true }), outcomes: signedIn },
  "users.search": { input: () => ({ query: "a" }), outcomes: signedIn },
  "admin.settings.get": { outcomes: adminsOnly },
  "admin.settings.update": { input: () => ({ instanceName: "Harbour" }), outcomes: adminsOnly },
  "admin.users.list": { input: () => ({}), outcomes: adminsOnly },
  "admin.users.counts": { outcomes: adminsOnly },
  "admin.users.approve": { input: pendingInput, outcomes: adminsOnly },
  "admin.users.reject": {
    input: async () => ({ ...(await pendingInput()), reason: "spam" }),
    outcomes: adminsOnly,
  },
  "admin.users.invite": {
    input: async () => ({ userId: (await createImportedUser()).id }),
    outcomes: adminsOnly,
  },
};

beforeAll(async () => {
  owner = await createUser();
  cookies.set("anonymous", null);
  for (const persona of personas) {
    if (persona === "anonymous") continue;
    const role = persona === "admin" || persona === "moderator" ? persona : "user";
    const person = await createUser({ role });
    if (persona === "member") member = person;
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
