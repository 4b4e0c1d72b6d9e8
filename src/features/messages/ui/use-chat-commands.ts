"use client";

import { useAppearance } from "@/components/appearance";
import { notify } from "@/components/notify";
import { useCommands } from "@/features/commands/ui/use-commands";
import { favouritesFirst, unreadCount } from "@/features/conversations/conversation-list";
import { conversationPath, searchRoot } from "@/features/conversations/conversation-path";
import type { ConversationSummary } from "@/features/conversations/dto";
import { goTo } from "@/features/conversations/ui/go-to";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { signOut } from "@/features/sessions/ui/sign-out";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { useLive } from "./live-context";

export type ChatDialog = "new" | "browse" | "palette" | "help";

/** What keys and the palette do anywhere in the chat: going from one conversation to another, and the rest. */
export function useChatCommands(currentId: string | null, show: (dialog: ChatDialog) => void): void {
  const { account } = useLive();
  const { data: list } = useConversationList();
  const { choose } = useAppearance();
  const problem = useProblem();
  const markAllRead = trpc.conversations.markAllRead.useMutation({
    onError: (error) => void notify("error", problem(error).text),
  });

  /** Goes on from the open conversation in the order of the list, around its ends. */
  const step = (by: 1 | -1, wanted: (conversation: ConversationSummary) => boolean = () => true) => {
    const shown = favouritesFirst(list?.conversations ?? []);
    const at = shown.findIndex(({ id }) => id === currentId);
    const start = at < 0 && by < 0 ? 0 : at;
    for (let n = 1; n <= shown.length; n++) {
      const next = shown[(start + by * n + shown.length * 2) % shown.length];
      if (next && next.id !== currentId && wanted(next)) return goTo(conversationPath(next.id));
    }
    return false;
  };
  const isUnread = (conversation: ConversationSummary) => unreadCount(conversation) > 0;
  const leaveFor = (path: string) => () => window.location.assign(path);

  useCommands({
    palette: () => show("palette"),
    help: () => show("help"),
    search: () => goTo(searchRoot),
    newConversation: () => show("new"),
    browseGroups: () => show("browse"),
    previousConversation: () => step(-1),
    nextConversation: () => step(1),
    previousUnread: () => step(-1, isUnread),
    nextUnread: () => step(1, isUnread),
    markAllRead: () => markAllRead.mutate(),
    themeLight: () => void choose({ theme: "light" }),
    themeDark: () => void choose({ theme: "dark" }),
    themeSystem: () => void choose({ theme: "system" }),
    security: leaveFor("/account/security"),
    admin: account.role === "admin" ? leaveFor("/admin") : undefined,
    signOut: () => void signOut(),
  });
}
