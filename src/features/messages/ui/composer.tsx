"use client";

import { ClockIcon, SendHorizontalIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { useDuration } from "@/features/conversations/ui/use-duration";
import type { Message } from "../dto";
import { ComposerBox } from "./composer-box";
import { ReactButton } from "./emoji/react-button";
import { useShortcodes } from "./emoji/use-shortcodes";
import { ReplyingTo } from "./replying-to";
import { useDraft } from "./use-draft";

const ScheduleDialog = dynamic(() => import("./scheduled/schedule-dialog").then((m) => m.ScheduleDialog), {
  ssr: false,
});

type Props = {
  ownId: string;
  conversationId: string;
  threadRootId?: string;
  /** the conversation's name, for the placeholder */
  name: string;
  field: RefObject<HTMLTextAreaElement | null>;
  replyTo: Message | null;
  onCancelReply: () => void;
  onSend: (body: string) => void;
  onEditLast: () => void;
  /** called with every change that leaves something written */
  onType?: () => void;
  /** how long this person waits between two messages; 0: not at all */
  slowModeSeconds: number;
};

/** Where messages are written. */
export function Composer(props: Props) {
  const { ownId, conversationId, threadRootId, name, field, replyTo, slowModeSeconds } = props;
  const { onCancelReply, onSend, onEditLast, onType } = props;
  const t = useTranslations("chat.composer");
  const posting = useTranslations("groups.posting");
  const duration = useDuration();
  const [text, setText] = useDraft(ownId, conversationId, threadRootId);
  const [scheduling, setScheduling] = useState(false);
  const withEmojis = useShortcodes();
  const insert = (emoji: string) => {
    const element = field.current;
    const [from, to] = [element?.selectionStart ?? text.length, element?.selectionEnd ?? text.length];
    setText(text.slice(0, from) + emoji + text.slice(to));
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(from + emoji.length, from + emoji.length);
    });
  };
  return (
    <ComposerBox
      conversationId={conversationId}
      field={field}
      text={text}
      setText={(typed) => {
        setText(withEmojis(typed));
        if (typed.trim()) onType?.();
      }}
      hint={slowModeSeconds > 0 ? posting("slowMode", { duration: duration(slowModeSeconds) }) : undefined}
      label={t("label")}
      placeholder={threadRootId ? t("threadPlaceholder") : t("placeholder", { name })}
      above={replyTo && <ReplyingTo message={replyTo} onCancel={onCancelReply} />}
      onSubmit={(body) => {
        onSend(body);
        setText("");
      }}
      onEscape={replyTo ? onCancelReply : undefined}
      onArrowUp={onEditLast}
      buttons={(ready) => (
        <>
          <ReactButton
            onPick={insert}
            label={t("emoji")}
            className="flex size-9 items-center justify-center rounded-md text-muted-foreground hover:bg-accent [&_svg]:size-5"
          />
          {!threadRootId && ready && (
            <Button
              type="button"
              variant="ghost"
              size="icon"
              aria-label={t("sendLater")}
              title={t("sendLater")}
              onClick={() => setScheduling(true)}
            >
              <ClockIcon aria-hidden="true" />
            </Button>
          )}
          {scheduling && (
            <ScheduleDialog
              conversationId={conversationId}
              body={text}
              onScheduled={() => setText("")}
              onClose={() => setScheduling(false)}
            />
          )}
          <Button type="submit" size="icon" disabled={!ready} aria-label={t("send")}>
            <SendHorizontalIcon aria-hidden="true" className="rtl:-scale-x-100" />
          </Button>
        </>
      )}
    />
  );
}
