"use client";

import { createContext, useContext } from "react";
import type { LiveConnection, LiveState } from "@/features/conversations/ui/live-connection";
import type { OwnAccount } from "@/features/users/dto";
import type { Message } from "../dto";
import type { OutgoingMessages } from "../outgoing";

export type Live = {
  account: OwnAccount;
  state: LiveState;
  /** Null until the page has begun to connect. */
  connection: LiveConnection | null;
  outgoing: OutgoingMessages;
  /** Takes the messages that arrived while a conversation's first page was on its way. */
  takeEarly: (conversationId: string) => Message[];
  /** Asks for everything that was missed. */
  catchUp: () => void;
};

export const LiveContext = createContext<Live | null>(null);

/** The page's live connection and outgoing messages. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive needs a LiveProvider above it.");
  return live;
}
