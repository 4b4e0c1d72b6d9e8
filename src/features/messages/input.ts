import { z } from "zod";
import { conversationInput } from "@/features/conversations/input";
import { messageBodyMaximum } from "./body-maximum";

const body = z.string().trim().min(1).max(messageBodyMaximum);
/** A UUIDv7 made by the client: the same id again returns the first result. */
const newMessageId = z.uuidv7();

export const messageInput = conversationInput.extend({ messageId: z.uuid() });
export type MessageInput = z.infer<typeof messageInput>;

export const sendMessageInput = conversationInput.extend({
  id: newMessageId,
  body,
  replyToId: z.uuid().nullish(),
  /** The message whose thread this one is a reply in; absent on the main line. */
  threadRootId: z.uuid().nullish(),
});
export type SendMessageInput = z.infer<typeof sendMessageInput>;

const limit = z.int().min(1).max(100).default(50);

/** Where in a line: at most one of the first three; its newest end without any. */
export const range = {
  /** Older than this `seq`. */
  before: z.int().min(1).optional(),
  /** Newer than this `seq`. */
  after: z.int().min(0).optional(),
  /** Around this `seq`. */
  around: z.int().min(1).optional(),
  limit,
};
type Range = { before?: number; after?: number; around?: number };
export const isOneRange = (i: Range) =>
  [i.before, i.after, i.around].filter((v) => v !== undefined).length <= 1;
export const notOneRange = { error: "Give at most one of before, after and around." };

export const listMessagesInput = conversationInput.extend(range).refine(isOneRange, notOneRange);
export type ListMessagesInput = z.infer<typeof listMessagesInput>;

export const findDayInput = conversationInput.extend({
  /** When the day begins where the reader is. */
  since: z.iso.datetime(),
});
export type FindDayInput = z.infer<typeof findDayInput>;

export const catchUpInput = z.strictObject({
  timelines: z.array(z.strictObject({ conversationId: z.uuid(), revision: z.int().min(0) })).max(200),
  /** Whom the client calls by name. */
  people: z.array(z.uuid()).max(500).default([]),
});
export type CatchUpInput = z.infer<typeof catchUpInput>;

export const editMessageInput = messageInput.extend({ body });
export type EditMessageInput = z.infer<typeof editMessageInput>;

export const deleteMessageInput = messageInput.extend({
  reason: z.string().trim().min(1).max(500).optional(),
});
export type DeleteMessageInput = z.infer<typeof deleteMessageInput>;

export const forwardMessageInput = messageInput.extend({ id: newMessageId, toConversationId: z.uuid() });
export type ForwardMessageInput = z.infer<typeof forwardMessageInput>;

export const listRevisionsInput = messageInput.extend({
  /** Older than this version. */
  cursor: z.strictObject({ version: z.int().min(1) }).nullish(),
  limit,
});
export type ListRevisionsInput = z.infer<typeof listRevisionsInput>;

export const listPinsInput = conversationInput.extend({
  cursor: z.strictObject({ pinnedAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit,
});
export type ListPinsInput = z.infer<typeof listPinsInput>;

export const listSavedIdsInput = conversationInput;

export const listSavedInput = z.strictObject({
  cursor: z.strictObject({ savedAt: z.iso.datetime(), id: z.uuid() }).nullish(),
  limit,
});
export type ListSavedInput = z.infer<typeof listSavedInput>;
