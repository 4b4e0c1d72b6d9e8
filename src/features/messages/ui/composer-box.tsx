"use client";

import { useTranslations } from "next-intl";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffectEvent,
  useId,
  useLayoutEffect,
} from "react";
import { writingKeys } from "@/features/commands/writing-keys";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import { cn } from "@/lib/cn";
import { CompletionList } from "./completion/completion-list";
import { useCompletionList } from "./completion/use-completion-list";

/** From this part of the permitted length on, what is left is counted. */
const countFrom = 0.9;

type Props = {
  /** whose members can be addressed by name */
  conversationId: string;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  setText: (text: string) => void;
  placeholder: string;
  label: string;
  /** stands above the field */
  above?: ReactNode;
  /** stands below it while nothing more important does */
  hint?: string;
  /** stand at the end of the field; `ready` where the text can be sent */
  buttons: (ready: boolean) => ReactNode;
  onSubmit: (body: string) => void;
  onEscape?: () => void;
  /** the arrow up in an empty field */
  onArrowUp?: () => void;
};

/** A field for a message. Enter sends, Shift+Enter begins a line; what is too long is never lost. */
export function ComposerBox(props: Props) {
  const { conversationId, field, text, setText, placeholder, label, above, hint, buttons } = props;
  const { onSubmit, onEscape, onArrowUp } = props;
  const t = useTranslations("chat.composer");
  const hintId = useId();
  const completion = useCompletionList({ field, conversationId, text, setText });
  const maximum = usePublicSettings()?.messageMaximumLength ?? Number.POSITIVE_INFINITY;
  const body = text.trim();
  const left = maximum - body.length;
  const tooLong = left < 0;
  const ready = body !== "" && !tooLong;

  // What was typed before the page came alive stands in the field, and nothing has heard of it.
  const takeEarly = useEffectEvent(() => {
    const typed = field.current?.value;
    if (typed && typed !== text) setText(typed);
  });
  useLayoutEffect(() => takeEarly(), []);

  // Browsers without `field-sizing` keep the height they are given.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = text ? `${element.scrollHeight}px` : "";
  }, [field, text]);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    // React treats a portal's events as its parent's.
    event?.stopPropagation();
    field.current?.focus();
    if (ready) onSubmit(body);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method uses Enter and Esc itself while a word is being composed; Safari tells by 229.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (completion.takeKey(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const act = event.shiftKey
      ? undefined
      : {
          [writingKeys.send]: submit,
          [writingKeys.cancel]: onEscape,
          [writingKeys.editLast]: text === "" ? onArrowUp : undefined,
        }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <form onSubmit={submit} className="px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-4">
      <div
        className={cn(
          "relative rounded-xl border border-input bg-card shadow-xs focus-within:border-ring focus-within:ring-[3px] focus-within:ring-ring/40",
          tooLong && "border-destructive focus-within:border-destructive focus-within:ring-destructive/30",
        )}
      >
        {completion.completions.length > 0 && (
          <CompletionList
            id={completion.id}
            completions={completion.completions}
            active={completion.active}
            onChoose={completion.choose}
          />
        )}
        {above}
        <div className="flex items-end gap-1 p-1">
          <textarea
            ref={field}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              completion.follow();
            }}
            onKeyDown={onKeyDown}
            onSelect={completion.follow}
            onBlur={completion.close}
            aria-autocomplete="list"
            aria-controls={completion.completions.length > 0 ? completion.id : undefined}
            aria-activedescendant={
              completion.completions.length > 0 ? `${completion.id}-${completion.active}` : undefined
            }
            rows={1}
            dir="auto"
            enterKeyHint="send"
            aria-label={label}
            aria-invalid={tooLong || undefined}
            aria-describedby={hintId}
            placeholder={placeholder}
            // The frame around it shows the focus.
            style={{ outline: "none" }}
            className="field-sizing-content max-h-[min(40dvh,20rem)] min-h-9 min-w-0 flex-1 resize-none bg-transparent px-2.5 py-1.5 text-base outline-none placeholder:text-muted-foreground md:text-[0.9375rem]/6"
          />
          {buttons(ready)}
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
            : hint}
      </p>
    </form>
  );
}
