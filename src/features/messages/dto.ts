import type { ConversationSummary } from "@/features/conversations/dto";
import type { SystemEvent } from "@/features/conversations/system-event";
import type { UserSummary } from "@/features/users/dto";

export type MessageKind = "text" | "image" | "file" | "audio" | "video" | "system";

/** The message that another one answers, as much of it as the quote shows. */
export type ReplyPreview = { id: string; seq: number; author: UserSummary; excerpt: string };

/** The same for every viewer: what depends on the viewer is decided by `policy.ts`. */
export type Message = {
  id: string;
  conversationId: string;
  /** Place in the conversation: 1, 2, 3 … without holes. */
  seq: number;
  /** The conversation's revision when this message last changed: the higher one is the newer state. */
  revision: number;
  author: UserSummary;
  kind: MessageKind;
  body: string;
  /** What happened, of a message that the system noted; such a message has no body. */
  system: SystemEvent | null;
  replyTo: ReplyPreview | null;
  createdAt: string;
};

/** A run of neighbouring messages, oldest first. */
export type MessagePage = {
  messages: Message[];
  hasOlder: boolean;
  hasNewer: boolean;
  /** The conversation's revision that this page is a snapshot of. */
  revision: number;
};

/** What a client missed, over all its conversations together. */
export type CatchUp = {
  conversations: ConversationSummary[];
  /** Per asked conversation: changed messages by revision, or `reset` where reading anew is cheaper. */
  changes: { conversationId: string; revision: number; reset: boolean; messages: Message[] }[];
};
