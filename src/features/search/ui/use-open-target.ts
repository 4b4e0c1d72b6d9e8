"use client";

import { notify } from "@/components/notify";
import { conversationPath } from "@/features/conversations/conversation-path";
import { goTo } from "@/features/conversations/ui/go-to";
import { useOpenedConversation } from "@/features/conversations/ui/use-opened-conversation";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { JumpTargets } from "../dto";

/** Goes to a person or a group that was found: the conversation with them, the group, or into a public one. */
export function useOpenTarget() {
  const problem = useProblem();
  const showOpened = useOpenedConversation();
  const outcome = {
    onSuccess: showOpened,
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const openDirect = trpc.conversations.openDirect.useMutation(outcome);
  const join = trpc.conversations.join.useMutation(outcome);
  const pending = openDirect.isPending || join.isPending;
  return {
    openPerson(userId: string) {
      if (!pending) openDirect.mutate({ userId });
    },
    openGroup({ id, joined }: JumpTargets["groups"][number]) {
      if (joined) goTo(conversationPath(id));
      else if (!pending) join.mutate({ conversationId: id });
    },
  };
}
