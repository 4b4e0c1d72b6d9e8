"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { conversationChannel } from "@/features/conversations/channels";
import {
  sayEveryMs,
  stillTyping,
  type Typing,
  type Typists,
  typingEvent,
  withoutTypist,
  withTyping,
} from "@/features/conversations/typing";
import type { MessageEvents } from "../events";
import { useLive } from "./live-context";

const none: Typists = new Map();

/** Who else is typing in a conversation, and how to say that this person does. */
export function useTyping(conversationId: string): { userIds: string[]; say: () => void } {
  const { connection, account } = useLive();
  const [typists, setTypists] = useState(none);
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  const channel = conversationChannel(conversationId);

  useEffect(() => {
    setTypists(none);
    return connection?.listen(channel, (event, data) => {
      if (event === typingEvent) setTypists((held) => withTyping(held, data, performance.now()));
      if (event === "message.created") {
        const { message } = data as MessageEvents["message.created"];
        setTypists((held) => withoutTypist(held, message.author.id));
      }
    });
  }, [connection, channel]);

  const anybody = typists.size > 0;
  useEffect(() => {
    if (!anybody) return;
    const timer = setInterval(() => setTypists((held) => stillTyping(held, performance.now())), 1_000);
    return () => clearInterval(timer);
  }, [anybody]);

  const say = useCallback(() => {
    if (performance.now() - saidAt.current < sayEveryMs) return;
    saidAt.current = performance.now();
    connection?.send(channel, typingEvent, { userId: account.id } satisfies Typing);
  }, [connection, channel, account.id]);
  return { userIds: [...typists.keys()].filter((id) => id !== account.id), say };
}
