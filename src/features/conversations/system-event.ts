import type { UserSummary } from "@/features/users/dto";
import type { ConversationRole } from "./dto";

/**
 * What happened in a group, noted in its history by the system and put into words in each reader's language.
 * The author of the message is who did it; others go by the name that they had then.
 */
export type SystemEvent =
  | { type: "renamed"; from: string; to: string }
  | { type: "described" }
  | { type: "visibility-set"; visibility: "public" | "private" }
  | { type: "announcements-set"; on: boolean }
  | { type: "slow-mode-set"; seconds: number }
  | { type: "archived" }
  | { type: "unarchived" }
  | { type: "restored" }
  | { type: "joined"; byLink: boolean }
  | { type: "left" }
  /** `people` are the first of `count`. */
  | { type: "added"; people: UserSummary[]; count: number }
  | { type: "removed"; person: UserSummary }
  | { type: "role-set"; person: UserSummary; role: ConversationRole }
  | { type: "handed-over"; person: UserSummary };

/** A message that the system noted, as `message.created` carries it. */
export type SystemMessage = {
  id: string;
  conversationId: string;
  seq: number;
  revision: number;
  author: UserSummary;
  kind: "system";
  body: "";
  system: SystemEvent;
  createdAt: string;
} & typeof nothingElse;

/** What other messages carry and notes never do. */
export const nothingElse = {
  threadRootId: null,
  thread: null,
  replyTo: null,
  mentions: { users: [], everyone: null },
  forwardedFrom: null,
  linkPreview: null,
  reactions: [],
  editedAt: null,
  pinnedAt: null,
  deletedAt: null,
};
