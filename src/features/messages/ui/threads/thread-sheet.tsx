"use client";

import { BellIcon, BellOffIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { ErrorState } from "@/components/error-state";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "@/components/ui/sheet";
import { Spinner } from "@/components/ui/spinner";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { useProblem } from "@/trpc/use-problem";
import { dayOf } from "../../day-of";
import type { Message } from "../../dto";
import { toMessageRows } from "../../message-rows";
import { toReplyPreview } from "../../reply-preview";
import { useMessageActs } from "../actions/message-acts";
import { Composer } from "../composer";
import { EditComposer } from "../edit-composer";
import { useLive } from "../live-context";
import { MessageRow } from "../message-row";
import { useOutgoingIn } from "../use-outgoing";
import { useLinkedReply } from "./use-linked-reply";
import { useThread } from "./use-thread";

type Props = {
  rootId: string;
  /** the reply that the address leads to */
  linkedSeq: number | null;
  name: string;
  slowModeSeconds: number;
  /** stands in place of the field for those who may not write here */
  notice: ReactNode;
  editing: Message | null;
  onEdited: () => void;
  onClose: () => void;
};

/** A thread beside its conversation: the first message, the replies, and a field to reply in. */
export function ThreadSheet({
  rootId,
  linkedSeq,
  name,
  slowModeSeconds,
  notice,
  editing,
  onEdited,
  onClose,
}: Props) {
  const t = useTranslations("chat.thread");
  const problem = useProblem();
  const { outgoing: queue, account } = useLive();
  const { conversation, edit } = useMessageActs();
  const conversationId = conversation.id;
  const thread = useThread(conversationId, rootId);
  const { root, following, page, error, loadOlder, toggleFollowing } = thread;
  const outgoing = useOutgoingIn(conversationId, rootId, page?.messages);
  const timeZone = useLocalTimeZone();
  const field = useRef<HTMLTextAreaElement>(null);
  const linked = useLinkedReply({ page, linkedSeq, loadOlder });
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const rows = useMemo(
    () =>
      toMessageRows({
        messages: [...(root && !page?.hasOlder ? [root] : []), ...(page?.messages ?? [])],
        hasOlder: page?.hasOlder ?? false,
        outgoing,
        self: account,
        unreadAtOpen: { after: 0, upTo: 0 },
        dayOf: dayOf(timeZone),
      }),
    [root, page, outgoing, account, timeZone],
  );
  const handlers = useMemo(
    () => ({
      onReply: (message: Message) => {
        setReplyTo(message);
        field.current?.focus();
      },
      onJump: () => {},
      onRetry: (id: string) => queue.retry(id),
      onDiscard: (id: string) => queue.discard(id),
    }),
    [queue],
  );
  const send = (body: string) => {
    queue.add({
      id: uuidv7(),
      conversationId,
      threadRootId: rootId,
      body,
      replyTo: replyTo && toReplyPreview(replyTo),
      createdAt: new Date().toISOString(),
    });
    setReplyTo(null);
  };
  const said = (work: Promise<void>) => void work.catch((failure) => notify("error", problem(failure).text));

  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent className="w-full gap-0 sm:max-w-lg">
        <SheetHeader className="border-b">
          <SheetTitle>{t("title")}</SheetTitle>
          <SheetDescription>{t("in", { name })}</SheetDescription>
          <Button
            variant="outline"
            size="sm"
            className="w-fit"
            aria-pressed={following}
            onClick={() => said(toggleFollowing(!following))}
          >
            {following ? <BellOffIcon aria-hidden="true" /> : <BellIcon aria-hidden="true" />}
            {following ? t("unfollow") : t("follow")}
          </Button>
        </SheetHeader>
        <div
          role="log"
          aria-label={t("messages")}
          className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto py-3"
        >
          {error ? (
            <ErrorState title={t("failed")} description={problem(error).text} onRetry={thread.retry} />
          ) : !root || !page ? (
            <Spinner className="m-auto" />
          ) : (
            <div>
              {page.hasOlder && (
                <Button variant="ghost" className="mx-4" onClick={() => said(loadOlder())}>
                  {t("older")}
                </Button>
              )}
              {rows.map((row) => (
                <MessageRow
                  key={row.key}
                  {...(row.kind === "message"
                    ? { kind: row.kind, message: row.message }
                    : { kind: row.kind, message: row.message })}
                  author={row.author}
                  day={row.day}
                  first={row.first}
                  unread={false}
                  highlighted={row.key === linked}
                  tabbable
                  inThread
                  handlers={handlers}
                />
              ))}
            </div>
          )}
        </div>
        {notice ? (
          notice
        ) : editing ? (
          <EditComposer key={editing.id} message={editing} onDone={onEdited} />
        ) : (
          <Composer
            ownId={account.id}
            conversationId={conversationId}
            threadRootId={rootId}
            name={name}
            slowModeSeconds={slowModeSeconds}
            field={field}
            replyTo={replyTo}
            onCancelReply={() => setReplyTo(null)}
            onSend={send}
            onEditLast={() => {
              const own = page?.messages.findLast((m) => m.author.id === account.id && !m.deletedAt);
              if (own) edit(own);
            }}
          />
        )}
      </SheetContent>
    </Sheet>
  );
}
