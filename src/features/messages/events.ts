import type { Draft } from "./drafts/dto";
import type { Message } from "./dto";

/** On `private-conversation-<id>`. */
export type MessageEvents = {
  "message.created": { message: Message };
  /** Edited, deleted, restored, reacted to, pinned …: the message as it reads now. */
  "message.changed": { message: Message };
};

/** On `private-user-<id>`: what only concerns that person. */
export type OwnMessageEvents = {
  "message.saved": { conversationId: string; messageId: string };
  "message.unsaved": { conversationId: string; messageId: string };
  /** The person follows a thread now: by choice, by a reply, or because somebody called them into it. */
  "thread.followed": { conversationId: string; rootId: string };
  "thread.unfollowed": { conversationId: string; rootId: string };
  /** What the person is writing, as the page `pageId` saved it. */
  "draft.changed": { draft: Draft; pageId: string };
  /** One of the person's scheduled messages was added, changed, cancelled, sent or refused. */
  "scheduled.changed": { id: string };
  /** The person read a thread up to `seq`. */
  "thread-marker.moved": { conversationId: string; rootId: string; seq: number };
};
