"use client";

import { useCommands } from "@/features/commands/ui/use-commands";
import { unreadCount, withReadMarker } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import { conversationPath, detailsPath } from "@/features/conversations/conversation-path";
import type { ConversationSummary } from "@/features/conversations/dto";
import { goTo, goUpTo } from "@/features/conversations/ui/go-to";
import { searchPath } from "@/features/search/search-path";
import { trpc } from "@/trpc/react";

type Pane = {
  conversation: ConversationSummary;
  detailsShown: boolean;
  /** `false` where there is no field to write in */
  write: () => boolean;
  /** `false` where there is nothing to edit */
  editLast: () => boolean;
  goToDate: () => void;
};

/** What keys and the palette do in the open conversation. */
export function usePaneCommands({ conversation, detailsShown, write, editLast, goToDate }: Pane): void {
  const utils = trpc.useUtils();
  const { id, lastSeq } = conversation;
  const markRead = () => {
    if (unreadCount(conversation) === 0) return false;
    // What fails here is read again by the next look at the newest message.
    utils.client.conversations.markRead.mutate({ conversationId: id, seq: lastSeq }).catch(() => {});
    utils.conversations.list.setData(
      conversationListInput,
      (list) => list && withReadMarker(list, id, lastSeq),
    );
  };
  useCommands({
    searchHere: () => goTo(searchPath({ conversationId: id })),
    details: () => (detailsShown ? goUpTo(conversationPath(id)) : goTo(detailsPath(id))),
    markRead,
    write,
    editLast,
    goToDate,
  });
}
