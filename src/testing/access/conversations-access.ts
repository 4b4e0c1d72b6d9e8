import { conversationChannel } from "@/features/conversations/channels";
import { callAs } from "../caller";
import { createGroup, createUser } from "../factories";
import { type AccessRows, membersOnly, signedIn } from "./outcomes";
import { deletedGroupInput, group, groupInput, linkInput, messageInput, people } from "./subjects";

export const conversationsAccess: AccessRows = {
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
    input: async () => ({
      conversationId: (await createGroup(people.owner, [], { visibility: "public" })).id,
    }),
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
    input: async () => ({ conversationId: await group(), userId: people.member.id, role: "admin" }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.handOver": {
    input: async () => ({ conversationId: await group(), userId: people.member.id }),
    outcomes: { ...membersOnly, member: "FORBIDDEN" },
  },
  "conversations.removeMember": {
    input: async () => ({ conversationId: await group(), userId: people.owner.id }),
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
      const { id: linkId } = await callAs(people.owner).conversations.links.create({
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
};
