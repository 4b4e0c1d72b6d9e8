"use client";

import { BookmarkIcon, ForwardIcon, PinIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { usePersonName } from "@/components/use-person-name";
import { useConversationList } from "@/features/conversations/ui/use-conversation-list";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import type { ForwardOrigin, Message } from "../dto";
import { useMessageActs } from "./actions/message-acts";
import { LinkPreviewCard } from "./link-preview-card";
import { MessageBody } from "./message-body";
import { ReactionRow } from "./reaction-row";
import { ThreadSummaryButton } from "./threads/thread-summary-button";

/** What a message says and carries: origin, text, marks, reactions, its thread. */
export function MessageContent({ message, inThread }: { message: Message; inThread: boolean }) {
  const t = useTranslations("chat.message");
  const { account, savedIds } = useMessageActs();
  if (message.deletedAt) {
    return (
      <>
        <p className="text-[0.9375rem]/6 text-muted-foreground italic">{t("deleted")}</p>
        {!inThread && <ThreadSummaryButton message={message} />}
      </>
    );
  }
  const isSaved = savedIds.has(message.id);
  return (
    <>
      {message.forwardedFrom && <Origin origin={message.forwardedFrom} />}
      <MessageBody body={message.body} mentions={message.mentions} ownId={account.id} />
      {message.linkPreview && <LinkPreviewCard preview={message.linkPreview} />}
      {(message.editedAt || message.pinnedAt || isSaved) && (
        <p className="flex flex-wrap items-center gap-x-3 text-muted-foreground text-xs">
          {message.editedAt && (
            <span>
              {t("edited")} <FormattedTime value={message.editedAt} style="time" className="sr-only" />
            </span>
          )}
          {message.pinnedAt && (
            <span className="flex items-center gap-1">
              <PinIcon aria-hidden="true" className="size-3" />
              {t("pinned")}
            </span>
          )}
          {isSaved && (
            <span className="flex items-center gap-1">
              <BookmarkIcon aria-hidden="true" className="size-3" />
              {t("savedMark")}
            </span>
          )}
        </p>
      )}
      <ReactionRow message={message} />
      {!inThread && <ThreadSummaryButton message={message} />}
    </>
  );
}

/** Where a forwarded text was first said; the conversation is named to its members alone. */
function Origin({ origin }: { origin: ForwardOrigin }) {
  const personName = usePersonName();
  const t = useTranslations("chat.message");
  const { account } = useMessageActs();
  const nameOf = useConversationName(account.id);
  const { data } = useConversationList();
  const known = data?.conversations.find((c) => c.id === origin.conversationId);
  return (
    <p className="flex items-center gap-1 text-muted-foreground text-xs">
      <ForwardIcon aria-hidden="true" className="size-3 rtl:-scale-x-100" />
      <span>
        {known
          ? t("forwardedFromIn", { name: personName(origin.author), conversation: nameOf(known) })
          : t("forwardedFrom", { name: personName(origin.author) })}
        {" · "}
        <FormattedTime value={origin.sentAt} style="full" />
      </span>
    </p>
  );
}
