"use client";

import { SendHorizontalIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, type RefObject, useId, useLayoutEffect } from "react";
import { Button } from "@/components/ui/button";
import { useDuration } from "@/features/conversations/ui/use-duration";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { cn } from "@/lib/cn";
import type { Message } from "../dto";
import { ReplyingTo } from "./replying-to";
import { useDraft } from "./use-draft";

/** From this part of the permitted length on, what is left is counted. */
const countFrom = 0.9;

type Props = {
  ownId: string;
  conversationId: string;
  /** the conversation's name, for the placeholder */
  name: string;
  field: RefObject<HTMLTextAreaElement | null>;
  replyTo: Message | null;
  onCancelReply: () => void;
  onSend: (body: string) => void;
  /** called with every change that leaves something written */
  onType: () => void;
  /** how long this person waits between two messages; 0: not at all */
  slowModeSeconds: number;
};

/** Where messages are written. Enter sends, Shift+Enter begins a line; what is too long is never lost. */
export function Composer({
  slowModeSeconds,
  ownId,
  conversationId,
  name,
  field,
  replyTo,
  onCancelReply,
  onSend,
  onType,
}: Props) {
  const t = useTranslations("chat.composer");
  const posting = useTranslations("groups.posting");
  const duration = useDuration();
  const hintId = useId();
  const [text, setText] = useDraft(ownId, conversationId);
  const maximum = usePublicSettings()?.messageMaximumLength ?? Number.POSITIVE_INFINITY;
  const body = text.trim();
  const left = maximum - body.length;
  const tooLong = left < 0;

  // Browsers without `field-sizing` keep the height they are given.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = text ? `${element.scrollHeight}px` : "";
  }, [field, text]);

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    field.current?.focus();
    if (body === "" || tooLong) return;
    onSend(body);
    setText("");
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method uses Enter and Esc itself while a word is being composed; Safari tells by 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && replyTo) {
      event.preventDefault();
      onCancelReply();
    }
  };

  return (
    <form onSubmit={send} className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-4">
      <div
        className={cn(
          "rounded-xl border border-input bg-card shadow-xs focus-within:border-ring focus-within:ring-[3px] focus-within:ring-ring/40",
          tooLong && "border-destructive focus-within:border-destructive focus-within:ring-destructive/30",
        )}
      >
        {replyTo && <ReplyingTo message={replyTo} onCancel={onCancelReply} />}
        <div className="flex items-end gap-1 p-1">
          <textarea
            ref={field}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              if (event.target.value.trim()) onType();
            }}
            onKeyDown={onKeyDown}
            rows={1}
            dir="auto"
            enterKeyHint="send"
            aria-label={t("label")}
            aria-invalid={tooLong || undefined}
            aria-describedby={hintId}
            placeholder={t("placeholder", { name })}
            // The frame around it shows the focus.
            style={{ outline: "none" }}
            className="field-sizing-content max-h-[min(40dvh,20rem)] min-h-9 min-w-0 flex-1 resize-none bg-transparent px-2.5 py-1.5 text-base outline-none placeholder:text-muted-foreground md:text-[0.9375rem]/6"
          />
          <Button type="submit" size="icon" disabled={body === "" || tooLong} aria-label={t("send")}>
            <SendHorizontalIcon aria-hidden="true" className="rtl:-scale-x-100" />
          </Button>
        </div>
      </div>
      <p
        id={hintId}
        role="status"
        className={cn(
          "px-3 pt-1 text-xs empty:hidden",
          tooLong ? "text-destructive" : "text-muted-foreground",
        )}
      >
        {tooLong
          ? t("tooLong", { maximum, excess: -left })
          : body.length >= maximum * countFrom
            ? t("left", { count: left })
            : slowModeSeconds > 0 && posting("slowMode", { duration: duration(slowModeSeconds) })}
      </p>
    </form>
  );
}
