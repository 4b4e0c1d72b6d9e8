import { newMessageId, sendText } from "../factories";
import { type AccessRows, membersOnly, signedIn } from "./outcomes";
import {
  group,
  groupInput,
  inAnHour,
  people,
  theirScheduled,
  theirs,
  thread,
  withBody,
  withEmoji,
} from "./subjects";

export const messagesAccess: AccessRows = {
  "messages.list": {
    input: async () => {
      const conversationId = await group();
      await sendText(people.owner, conversationId, "secret");
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
  "messages.mentions.candidates": {
    input: async () => ({ conversationId: await group(), query: "a" }),
    outcomes: membersOnly,
  },
  "messages.edit": { input: withBody(theirs), outcomes: membersOnly },
  "messages.revisions": { input: theirs, outcomes: membersOnly },
  "messages.delete": { input: theirs, outcomes: membersOnly },
  "messages.undelete": { input: theirs, outcomes: membersOnly },
  "messages.forward": {
    input: async () => {
      const input = await theirs();
      return { ...input, id: newMessageId(), toConversationId: input.conversationId };
    },
    outcomes: membersOnly,
  },
  "messages.reactions.add": { input: withEmoji, outcomes: membersOnly },
  "messages.reactions.remove": { input: withEmoji, outcomes: membersOnly },
  "messages.reactions.list": { input: withEmoji, outcomes: membersOnly },
  "messages.pins.list": { input: groupInput, outcomes: membersOnly },
  "messages.pins.add": { input: theirs, outcomes: { ...membersOnly, member: "FORBIDDEN" } },
  "messages.pins.remove": { input: theirs, outcomes: { ...membersOnly, member: "FORBIDDEN" } },
  // The asker's own list: see saved.test.ts.
  "messages.saved.list": { input: () => ({}), outcomes: signedIn },
  "messages.saved.ids": { input: groupInput, outcomes: membersOnly },
  "messages.saved.add": { input: theirs, outcomes: membersOnly },
  "messages.saved.remove": { input: theirs, outcomes: signedIn },
  // The asker's own: see drafts.test.ts and scheduled.test.ts.
  "messages.drafts.list": { input: () => ({}), outcomes: signedIn },
  "messages.drafts.save": {
    input: async () => ({ ...(await groupInput()), threadRootId: null, body: "a", pageId: newMessageId() }),
    outcomes: membersOnly,
  },
  "messages.scheduled.list": { input: () => ({}), outcomes: signedIn },
  "messages.scheduled.add": {
    input: async () => ({ ...(await groupInput()), id: newMessageId(), body: "a", sendAt: inAnHour() }),
    outcomes: membersOnly,
  },
  "messages.scheduled.edit": {
    input: async () => ({ id: (await theirScheduled()).id, body: "b", sendAt: inAnHour() }),
    outcomes: membersOnly,
  },
  "messages.scheduled.cancel": { input: theirScheduled, outcomes: membersOnly },
  // The asker's own threads: see threads.test.ts.
  "messages.threads.list": { input: () => ({}), outcomes: signedIn },
  "messages.threads.countUnread": { outcomes: signedIn },
  "messages.threads.get": { input: thread, outcomes: membersOnly },
  "messages.threads.replies": { input: thread, outcomes: membersOnly },
  "messages.threads.follow": { input: thread, outcomes: membersOnly },
  "messages.threads.unfollow": { input: thread, outcomes: membersOnly },
  "messages.threads.markRead": {
    input: async () => ({ ...(await thread()), seq: 0 }),
    outcomes: membersOnly,
  },
};
