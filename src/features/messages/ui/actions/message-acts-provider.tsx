"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import { notify } from "@/components/notify";
import type { ConversationSummary } from "@/features/conversations/dto";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../../dto";
import { undeleteSeconds } from "../../policy";
import { useLive } from "../live-context";
import { MessageActsContext, type MessageDialog } from "./message-acts";

const MessageDialogs = dynamic(() => import("./message-dialogs").then((m) => m.MessageDialogs), {
  ssr: false,
});

const none: string[] = [];

/** Gives messages below it what can be done with them, and shows the dialogs that this needs. */
export function MessageActsProvider({
  conversation,
  onEdit,
  onOpenThread,
  children,
}: {
  conversation: ConversationSummary;
  onEdit: (message: Message) => void;
  onOpenThread: (rootId: string) => void;
  children: ReactNode;
}) {
  const t = useTranslations("chat.acts");
  const { account, applyMessage } = useLive();
  const problem = useProblem();
  const { client, messages: cache } = trpc.useUtils();
  const { id, kind, role } = conversation;
  const [dialog, setDialog] = useState<MessageDialog | null>(null);
  const deletionMinutes = usePublicSettings()?.messageDeletionMinutes ?? 0;
  const saved = trpc.messages.saved.ids.useQuery(
    { conversationId: id },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const savedIds = useMemo(() => new Set(saved.data ?? none), [saved.data]);

  /** Runs a change and takes its result in; says what went wrong. */
  const change = useCallback(
    async (work: Promise<Message>) => {
      try {
        const message = await work;
        applyMessage(message, false);
        return message;
      } catch (error) {
        void notify("error", problem(error).text);
        return null;
      }
    },
    [applyMessage, problem],
  );

  const acts = useMemo(() => {
    const placeOf = (message: Message) => ({ conversationId: message.conversationId, messageId: message.id });
    return {
      account,
      conversation: { id, kind, role },
      savedIds,
      deletionMinutes,
      toggleReaction(message: Message, emoji: string) {
        const input = { ...placeOf(message), emoji };
        const { count = 0, userIds = none } = message.reactions.find((r) => r.emoji === emoji) ?? {};
        const isOwn = async () =>
          userIds.includes(account.id) ||
          (count > userIds.length &&
            (await client.messages.reactions.list.query({ ...input, limit: 1 })).own);
        void change(isOwn().then((own) => client.messages.reactions[own ? "remove" : "add"].mutate(input)));
      },
      togglePin(message: Message) {
        void change(client.messages.pins[message.pinnedAt ? "remove" : "add"].mutate(placeOf(message)));
      },
      async toggleSaved(message: Message) {
        const isSaved = savedIds.has(message.id);
        try {
          await client.messages.saved[isSaved ? "remove" : "add"].mutate(placeOf(message));
          cache.saved.ids.setData({ conversationId: message.conversationId }, (ids) =>
            isSaved ? ids?.filter((other) => other !== message.id) : [message.id, ...(ids ?? none)],
          );
          void cache.saved.list.invalidate();
          void notify("success", isSaved ? t("unsaved") : t("saved"));
        } catch (error) {
          void notify("error", problem(error).text);
        }
      },
      async remove(message: Message) {
        if (message.author.id !== account.id) return setDialog({ kind: "delete", message });
        const deleted = await change(client.messages.delete.mutate(placeOf(message)));
        if (!deleted) return;
        void notify("info", t("deleted"), {
          duration: (undeleteSeconds - 5) * 1000,
          action: {
            label: t("undo"),
            onClick: () => void change(client.messages.undelete.mutate(placeOf(message))),
          },
        });
      },
      edit: onEdit,
      openThread: onOpenThread,
      show: setDialog,
    };
  }, [
    account,
    id,
    kind,
    role,
    savedIds,
    deletionMinutes,
    change,
    client,
    cache,
    problem,
    t,
    onEdit,
    onOpenThread,
  ]);

  return (
    <MessageActsContext value={acts}>
      {children}
      {dialog && <MessageDialogs dialog={dialog} onClose={() => setDialog(null)} />}
    </MessageActsContext>
  );
}
