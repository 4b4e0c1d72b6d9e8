import type { ConversationSummary } from "@/features/conversations/dto";
import type { SystemEvent } from "@/features/conversations/system-event";
import type { UserSummary } from "@/features/users/dto";
import type { LinkPreview } from "./link-previews/dto";

export type MessageKind = "text" | "image" | "file" | "audio" | "video" | "system";

/** The message that another one answers, as much of it as the quote shows; nothing of a deleted one. */
export type ReplyPreview = {
  id: string;
  seq: number;
  /** The revision at which the quoted message reads so. */
  revision: number;
  author: UserSummary;
  excerpt: string;
  deleted: boolean;
};

/** Whom a message addresses: members by name, and everybody (`here`: those online). */
export type Mentions = { users: UserSummary[]; everyone: "here" | "all" | null };

/** How many reacted with one emoji, and the first of them. */
export type Reaction = { emoji: string; count: number; userIds: string[] };

/**
 * Where a forwarded text was first said. The conversation goes by its id alone: only who is a member of it
 * can tell its name.
 */
export type ForwardOrigin = {
  messageId: string;
  conversationId: string;
  author: UserSummary;
  sentAt: string;
};

/** What its first message shows of a thread: who replied is told of the first few. */
export type ThreadSummary = { replyCount: number; lastReplyAt: string; participants: UserSummary[] };

/** The same for every viewer: what depends on the viewer is decided by `policy.ts`. */
export type Message = {
  id: string;
  conversationId: string;
  /** Place in its line, the conversation's main line or a thread: 1, 2, 3 … without holes. */
  seq: number;
  /** The conversation's revision when this message last changed: the higher one is the newer state. */
  revision: number;
  author: UserSummary;
  kind: MessageKind;
  /** Markdown; empty once deleted, as is everything else that was said with it. */
  body: string;
  /** The first message of the thread that this one belongs to; null on the main line. */
  threadRootId: string | null;
  /** The thread that this message opened; null while nobody replied in one. */
  thread: ThreadSummary | null;
  /** What happened, of a message that the system noted; such a message has no body. */
  system: SystemEvent | null;
  replyTo: ReplyPreview | null;
  mentions: Mentions;
  forwardedFrom: ForwardOrigin | null;
  /** Of the first link in the text; comes a moment after the message. */
  linkPreview: LinkPreview | null;
  /** In the order of each emoji's first use. */
  reactions: Reaction[];
  createdAt: string;
  editedAt: string | null;
  pinnedAt: string | null;
  deletedAt: string | null;
};

/** A run of neighbouring messages of one line, oldest first. */
export type MessagePage = {
  /** The thread whose replies these are; null for the main line. */
  threadRootId: string | null;
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
  /** What those who were asked for are called now. */
  people: UserSummary[];
};

/** One state of a message's text. `version` 1 is the first, the highest what it says now. */
export type MessageRevision = { version: number; body: string; writtenAt: string };

/** Newest first. */
export type MessageRevisionPage = { revisions: MessageRevision[]; nextCursor: { version: number } | null };

/** Latest pinned first. */
export type PinnedPage = { messages: Message[]; nextCursor: { pinnedAt: string; id: string } | null };

/** Latest saved first. */
export type SavedPage = {
  saved: { message: Message; savedAt: string }[];
  nextCursor: { savedAt: string; id: string } | null;
};
