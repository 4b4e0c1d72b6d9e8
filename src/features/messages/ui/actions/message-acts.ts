"use client";

import { createContext, useContext } from "react";
import type { ConversationSummary } from "@/features/conversations/dto";
import type { OwnAccount } from "@/features/users/dto";
import type { Message } from "../../dto";

export type MessageDialog = {
  kind: "forward" | "revisions" | "delete" | "reactions" | "report";
  message: Message;
};

/** What the signed-in person can do with messages of the open conversation. */
export type MessageActs = {
  account: OwnAccount;
  conversation: Pick<ConversationSummary, "id" | "kind" | "role">;
  savedIds: ReadonlySet<string>;
  deletionMinutes: number;
  toggleReaction: (message: Message, emoji: string) => void;
  togglePin: (message: Message) => void;
  toggleSaved: (message: Message) => void;
  /** Deletes one's own message at once, with a way back; asks before somebody else's. */
  remove: (message: Message) => void;
  edit: (message: Message) => void;
  openThread: (rootId: string) => void;
  show: (dialog: MessageDialog) => void;
};

export const MessageActsContext = createContext<MessageActs | null>(null);

/** The acts of the conversation around. */
export function useMessageActs(): MessageActs {
  const acts = useContext(MessageActsContext);
  if (!acts) throw new Error("useMessageActs needs a MessageActsProvider above it.");
  return acts;
}
