"use client";

import { useEffect } from "react";
import { useMinute } from "@/components/use-minute";
import { isSilent, unreadCount } from "@/features/conversations/conversation-list";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { markIcon } from "./mark-icon";

/**
 * Names the page after what is open and how much waits, and marks its icon, for those who look at the tab only;
 * what is muted does not wait.
 */
export function useUnreadTitle(title: string): void {
  const { data } = useConversationList();
  const minute = useMinute();
  const now = (minute ?? 0) * 60_000;
  const loud = data?.conversations.filter((conversation) => !isSilent(conversation, now)) ?? [];
  const unread = loud.reduce((sum, conversation) => sum + unreadCount(conversation), 0);
  useEffect(() => {
    document.title = unread > 0 ? `(${unread > 999 ? "999+" : unread}) ${title}` : title;
  }, [unread, title]);
  const waits = unread > 0;
  useEffect(() => {
    if (waits) return markIcon();
  }, [waits]);
}
