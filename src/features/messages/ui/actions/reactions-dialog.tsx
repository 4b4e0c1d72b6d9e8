"use client";

import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../../dto";

/** Who reacted to a message, emoji by emoji. */
export function ReactionsDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("chat.acts");
  const problem = useProblem();
  const [emoji, setEmoji] = useState(message.reactions[0]?.emoji ?? "");
  const { client } = trpc.useUtils();
  const input = { conversationId: message.conversationId, messageId: message.id, emoji };
  const pages = usePages(
    getQueryKey(trpc.messages.reactions.list, input, "infinite"),
    client.messages.reactions.list.query,
    input,
  );
  const people = pages.data?.pages.flatMap((page) => page.people);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[85dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("reactionsTitle")}</DialogTitle>
          <DialogDescription className="sr-only">{t("reactionsMeaning")}</DialogDescription>
        </DialogHeader>
        <div className="flex flex-wrap gap-1">
          {message.reactions.map((reaction) => (
            <Button
              key={reaction.emoji}
              type="button"
              size="sm"
              variant={reaction.emoji === emoji ? "secondary" : "ghost"}
              aria-pressed={reaction.emoji === emoji}
              onClick={() => setEmoji(reaction.emoji)}
            >
              {reaction.emoji} {reaction.count}
            </Button>
          ))}
        </div>
        {pages.error ? (
          <ErrorState title={problem(pages.error).text} onRetry={() => void pages.refetch()} />
        ) : (
          <ul className="grid gap-2">
            {people?.map((person) => (
              <li key={person.id} className="flex items-center gap-2 text-sm">
                <UserAvatar id={person.id} name={personName(person)} />
                <bdi>{personName(person)}</bdi>
              </li>
            )) ?? <Spinner className="mx-auto" />}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button variant="outline" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {t("more")}
          </Button>
        )}
      </DialogContent>
    </Dialog>
  );
}
