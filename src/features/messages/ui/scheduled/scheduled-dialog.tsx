"use client";

import { getQueryKey } from "@trpc/react-query";
import { ClockIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { FormattedTime } from "@/components/formatted-time";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { useErrorText } from "@/components/use-error-text";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { trpc } from "@/trpc/react";
import { usePages } from "@/trpc/use-pages";
import { useProblem } from "@/trpc/use-problem";
import type { ScheduledMessage } from "../../scheduled/dto";
import { useLive } from "../live-context";
import { MessageBody } from "../message-body";
import { ScheduleForm } from "./schedule-form";

/** What the signed-in person will send later, and what could not be sent when its time came. */
export function ScheduledDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("chat.scheduled");
  const more = useTranslations("chat.acts")("more");
  const problem = useProblem();
  const { client } = trpc.useUtils();
  const input = { limit: 20 };
  const pages = usePages(
    getQueryKey(trpc.messages.scheduled.list, input, "infinite"),
    client.messages.scheduled.list.query,
    input,
  );
  const scheduled = pages.data?.pages.flatMap((page) => page.scheduled);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="max-h-[85dvh] overflow-y-auto">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        {pages.error ? (
          <ErrorState
            title={t("failed")}
            description={problem(pages.error).text}
            onRetry={() => void pages.refetch()}
          />
        ) : !scheduled ? (
          <Spinner className="mx-auto my-8" />
        ) : scheduled.length === 0 ? (
          <EmptyState icon={ClockIcon} title={t("none")} description={t("noneMeaning")} />
        ) : (
          <ul className="grid gap-3">
            {scheduled.map((message) => (
              <Waiting key={message.id} message={message} />
            ))}
          </ul>
        )}
        {pages.hasNextPage && (
          <Button variant="outline" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {more}
          </Button>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Waiting({ message }: { message: ScheduledMessage }) {
  const t = useTranslations("chat.scheduled");
  const { account } = useLive();
  const errorText = useErrorText();
  const problem = useProblem();
  const utils = trpc.useUtils();
  const nameOf = useConversationName(account.id);
  const { data: list } = useConversationList();
  const [editing, setEditing] = useState(false);
  const conversation = list?.conversations.find((c) => c.id === message.conversationId);
  const { edit, cancel } = utils.client.messages.scheduled;
  const readAnew = () => utils.messages.scheduled.list.invalidate();
  const giveUp = () =>
    cancel
      .mutate({ id: message.id })
      .catch((error) => notify("error", problem(error).text))
      .finally(readAnew);
  return (
    <li className="grid gap-2 rounded-md border p-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
        {conversation && <bdi className="font-semibold text-sm">{nameOf(conversation)}</bdi>}
        <FormattedTime value={message.sendAt} style="full" className="text-muted-foreground" />
      </p>
      {message.failure && (
        <p role="alert" className="text-destructive text-sm">
          {t("notSent", { reason: errorText(message.failure.code, message.failure.details) })}
        </p>
      )}
      {editing ? (
        <ScheduleForm
          initial={{ body: message.body, sendAt: new Date(message.sendAt) }}
          onSave={async (draft) => {
            await edit.mutate({ id: message.id, ...draft });
            setEditing(false);
            await readAnew();
          }}
        />
      ) : (
        <MessageBody body={message.body} ownId={account.id} />
      )}
      <div className="flex gap-2">
        <Button type="button" variant="outline" size="sm" onClick={() => setEditing(!editing)}>
          {editing ? t("keep") : t("edit")}
        </Button>
        <Button
          type="button"
          variant="ghost"
          size="sm"
          className="text-destructive"
          onClick={() => void giveUp()}
        >
          {t("cancel")}
        </Button>
      </div>
    </li>
  );
}
