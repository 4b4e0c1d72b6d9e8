"use client";

import { MessageSquareTextIcon, ReplyIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Message } from "../dto";
import { actionButton } from "./actions/action-button";
import { useMessageActs } from "./actions/message-acts";
import { MessageMenu } from "./actions/message-menu";
import { ReactButton } from "./emoji/react-button";

/** Offered without opening the picker. */
const quickReactions = ["👍", "❤️", "😂"];

/** What can be done with a message; shown while the pointer or the focus is on it. */
export function MessageActions({
  message,
  inThread,
  onReply,
}: {
  message: Message;
  inThread: boolean;
  onReply: (message: Message) => void;
}) {
  const t = useTranslations("chat.message");
  const acts = useMessageActs();
  return (
    <div
      role="toolbar"
      aria-label={t("actions")}
      className="invisible absolute end-4 -top-4 z-10 flex rounded-lg border bg-popover p-0.5 shadow-sm group-focus-within:visible group-hover:visible has-[[data-state=open]]:visible"
    >
      {quickReactions.map((emoji) => (
        <button
          key={emoji}
          type="button"
          className={`${actionButton} max-md:hidden`}
          aria-label={t("reactWith", { emoji })}
          title={t("reactWith", { emoji })}
          onClick={() => acts.toggleReaction(message, emoji)}
        >
          {emoji}
        </button>
      ))}
      <ReactButton onPick={(emoji) => acts.toggleReaction(message, emoji)} />
      <button
        type="button"
        className={actionButton}
        aria-label={t("reply")}
        title={t("reply")}
        onClick={() => onReply(message)}
      >
        <ReplyIcon aria-hidden="true" className="rtl:-scale-x-100" />
      </button>
      {!inThread && (
        <button
          type="button"
          className={actionButton}
          aria-label={t("openThread")}
          title={t("openThread")}
          onClick={() => acts.openThread(message.id)}
        >
          <MessageSquareTextIcon aria-hidden="true" />
        </button>
      )}
      <MessageMenu message={message} />
    </div>
  );
}
