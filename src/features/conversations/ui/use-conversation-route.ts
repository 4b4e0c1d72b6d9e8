"use client";

import { usePathname } from "next/navigation";
import { useMemo } from "react";
import { type ConversationRoute, parseConversationPath } from "../conversation-path";

const nothing: ConversationRoute = {
  conversationId: null,
  seq: null,
  replySeq: null,
  details: false,
  search: false,
};

/** What the address shows, followed without asking the server. */
export function useConversationRoute(): ConversationRoute {
  const pathname = usePathname();
  return useMemo(() => parseConversationPath(pathname) ?? nothing, [pathname]);
}
