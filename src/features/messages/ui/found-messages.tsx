"use client";

import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { usePersonName } from "@/components/use-person-name";
import { messagePath } from "@/features/conversations/conversation-path";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../dto";
import { useLive } from "./live-context";
import { MessageBody } from "./message-body";

type Pages = {
  error: unknown;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
};

type Props = {
  title: string;
  description: string;
  empty: { icon: LucideIcon; title: string; description: string };
  pages: Pages;
  messages: Message[] | undefined;
  onClose: () => void;
};

/** A dialog that lists messages, each leading to its place. */
export function FoundMessages({ title, description, empty, pages, messages, onClose }: Props) {
  const personName = usePersonName();
  const t = useTranslations("chat");
  const problem = useProblem();
  const { account } = useLive();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[85dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        {pages.error ? (
          <ErrorState
            title={t("timeline.failed")}
            description={problem(pages.error).text}
            onRetry={() => void pages.refetch()}
          />
        ) : !messages ? (
          <Spinner className="mx-auto my-8" />
        ) : messages.length === 0 ? (
          <EmptyState {...empty} />
        ) : (
          <ul className="grid gap-3">
            {messages.map((message) => (
              <li key={message.id} className="rounded-md border p-3">
                <p className="mb-1 flex items-baseline gap-2 text-xs">
                  <bdi className="truncate font-semibold text-sm">{personName(message.author)}</bdi>
                  <FormattedTime value={message.createdAt} className="shrink-0 text-muted-foreground" />
                  {message.threadRootId === null && (
                    <ConversationLink
                      href={messagePath(message.conversationId, message.seq)}
                      onClick={onClose}
                      className="ms-auto shrink-0 font-medium text-primary underline-offset-2 hover:underline"
                    >
                      {t("message.goTo")}
                    </ConversationLink>
                  )}
                </p>
                {message.deletedAt ? (
                  <p className="text-muted-foreground italic">{t("message.deleted")}</p>
                ) : (
                  <MessageBody body={message.body} mentions={message.mentions} ownId={account.id} />
                )}
              </li>
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button variant="outline" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {t("acts.more")}
          </Button>
        )}
      </DialogContent>
    </Dialog>
  );
}
