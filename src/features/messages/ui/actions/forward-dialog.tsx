"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { DialogActions } from "@/components/dialog-actions";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { filterConversations } from "@/features/conversations/filter-conversations";
import { ConversationAvatar } from "@/features/conversations/ui/conversation-avatar";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../../dto";
import { useLive } from "../live-context";

/** Conversations that are offered at once; searching finds the others. */
const shownLimit = 50;

/** Chooses where a message is said again. */
export function ForwardDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const t = useTranslations("chat.acts");
  const { account, applyMessage } = useLive();
  const problem = useProblem();
  const nameOf = useConversationName(account.id);
  const { data: list } = useConversationList();
  const [query, setQuery] = useState("");
  // One id for this dialog: choosing twice sends once.
  const [id] = useState(() => uuidv7());
  const forward = trpc.messages.forward.useMutation();
  const found = filterConversations(list?.conversations ?? [], query, nameOf).slice(0, shownLimit);
  const choose = async (toConversationId: string, name: string) => {
    const { conversationId, id: messageId } = message;
    applyMessage(await forward.mutateAsync({ conversationId, messageId, id, toConversationId }), true);
    void notify("success", t("forwarded", { name }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && !forward.isPending && onClose()}>
      <DialogContent className="grid-rows-[auto_auto_minmax(0,1fr)_auto] overflow-hidden">
        <DialogHeader>
          <DialogTitle>{t("forwardTitle")}</DialogTitle>
          <DialogDescription>{t("forwardMeaning")}</DialogDescription>
        </DialogHeader>
        <div className="grid gap-4">
          <Input
            type="search"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            aria-label={t("forwardSearch")}
            placeholder={t("forwardSearch")}
          />
          <FormProblem problem={forward.error ? problem(forward.error) : undefined} />
        </div>
        <ul className="-mx-2 max-h-80 overflow-y-auto">
          {found.map((conversation) => {
            const name = nameOf(conversation);
            return (
              <li key={conversation.id}>
                <button
                  type="button"
                  disabled={forward.isPending}
                  onClick={() => choose(conversation.id, name).catch(() => {})}
                  className="flex w-full items-center gap-3 rounded-md px-2 py-1.5 text-start text-sm hover:bg-accent disabled:opacity-60"
                >
                  <ConversationAvatar conversation={conversation} name={name} />
                  <bdi className="truncate">{name}</bdi>
                </button>
              </li>
            );
          })}
          {found.length === 0 && (
            <li className="px-2 py-4 text-muted-foreground text-sm">{t("noneFound")}</li>
          )}
        </ul>
        <DialogActions />
      </DialogContent>
    </Dialog>
  );
}
