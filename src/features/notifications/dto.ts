import type { UserSummary } from "@/features/users/dto";

export type NotificationKind = "mention" | "reply" | "thread_reply" | "reaction" | "added" | "broadcast";

type Told = {
  id: string;
  /** Who did it; of reactions the latest person, with `others` besides. */
  actor: UserSummary;
  others: number;
  emoji: string | null;
  occurredAt: string;
  /** Dealt with: opened here or elsewhere, or what was said has been read. */
  read: boolean;
};

/** What concerned a person in a conversation. */
export type ConversationNotification = Told & {
  kind: Exclude<NotificationKind, "broadcast">;
  conversation: { id: string; kind: "direct" | "group"; name: string | null };
  /** What it is about; null for being added to a group. `seq` is its place on the main line, or that of its thread. */
  message: { id: string; seq: number; replySeq: number | null; excerpt: string } | null;
};

/** A system message of those who run the instance. */
export type BroadcastNotification = Told & {
  kind: "broadcast";
  broadcast: { id: string; title: string; body: string; important: boolean };
};

/** What concerned a person, as their notification centre shows it. */
export type Notification = ConversationNotification | BroadcastNotification;

export type NotificationPage = {
  notifications: Notification[];
  nextCursor: { occurredAt: string; id: string } | null;
};

/** Unread ones are counted up to here; one more means "more than". */
export const countedNotifications = 99;
