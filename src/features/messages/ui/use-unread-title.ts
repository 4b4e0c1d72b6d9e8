"use client";

import { useEffect } from "react";
import { unreadCount } from "@/features/conversations/conversation-list";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";

/** Names the page after what is open and how much waits, for those who look at the tab only. */
export function useUnreadTitle(title: string): void {
  const { data } = useConversationList();
  const unread = data?.conversations.reduce((sum, conversation) => sum + unreadCount(conversation), 0) ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread > 999 ? "999+" : unread}) ${title}` : title;
  }, [unread, title]);
}
